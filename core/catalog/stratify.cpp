#include "core/catalog/stratify.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace mrm {
namespace {

constexpr std::size_t kSplits = 3;

// What each split still lacks.
using Lack = std::array<double, kSplits>;

class Dealer {
 public:
  Dealer(const std::vector<std::vector<ClassCount>>& positives, std::size_t classes,
         const std::vector<Split>& given, const std::array<double, 3>& shares)
      : positives_(positives),
        chosen_(given),
        shares_(shares),
        lackOfClass_(classes),
        left_(classes, 0),
        members_(classes) {
    std::vector<double> total(classes, 0);
    for (std::size_t i = 0; i < positives.size(); ++i)
      for (const ClassCount& count : positives[i]) {
        total[count.labelClass] += count.records;
        if (given[i] != Split::None) continue;
        ++left_[count.labelClass];
        members_[count.labelClass].push_back({count.records, i});
      }
    for (std::vector<Member>& members : members_)
      std::stable_sort(members.begin(), members.end(),
                       [](const Member& a, const Member& b) { return a.records > b.records; });
    for (std::size_t split = 0; split < kSplits; ++split) {
      lack_[split] = shares[split] * static_cast<double>(positives.size());
      for (std::size_t which = 0; which < classes; ++which)
        lackOfClass_[which][split] = shares[split] * total[which];
    }
    for (std::size_t i = 0; i < positives.size(); ++i)
      if (given[i] != Split::None) take(i, static_cast<std::size_t>(given[i]) - 1);
  }

  void deal(std::stop_token stop) {
    for (;;) {
      if (stop.stop_requested()) throw Stopped();
      std::size_t rarest = left_.size();
      for (std::size_t which = 0; which < left_.size(); ++which)
        if (left_[which] > 0 && (rarest == left_.size() || left_[which] < left_[rarest]))
          rarest = which;
      if (rarest == left_.size()) break;
      for (const Member& member : members_[rarest])
        if (chosen_[member.patient] == Split::None)
          give(member.patient, mostLacking(&lackOfClass_[rarest]));
    }
    for (std::size_t patient = 0; patient < chosen_.size(); ++patient)
      if (chosen_[patient] == Split::None) give(patient, mostLacking(nullptr));
  }

  std::vector<Split> chosen() && { return std::move(chosen_); }

 private:
  struct Member {
    std::uint32_t records = 0;
    std::size_t patient = 0;
  };

  // By what a split lacks of what it is to have: with plain differences the largest split would get
  // all of the first, and of a class of few patients nothing would be left for the others.
  std::size_t mostLacking(const Lack* ofClass) const {
    std::size_t best = kSplits;
    bool isEven = true;
    for (std::size_t split = 0; split < kSplits; ++split) {
      if (shares_[split] <= 0) continue;
      if (best == kSplits) {
        best = split;
        continue;
      }
      const auto more = [&](const Lack& lack) {
        return lack[split] / shares_[split] - lack[best] / shares_[best];
      };
      // Quotients that are equal may differ in their last digits.
      constexpr double kEqual = 1e-9;
      const double byClass = ofClass ? more(*ofClass) : 0;
      isEven = isEven && std::abs(byClass) <= kEqual;
      if (byClass > kEqual || (byClass > -kEqual && more(lack_) > kEqual)) best = split;
    }
    // The first patient of a class is one to learn from.
    if (ofClass && isEven && shares_[0] > 0) return 0;
    return best;
  }

  void take(std::size_t patient, std::size_t split) {
    lack_[split] -= 1;
    for (const ClassCount& count : positives_[patient])
      lackOfClass_[count.labelClass][split] -= count.records;
  }

  void give(std::size_t patient, std::size_t split) {
    chosen_[patient] = static_cast<Split>(split + 1);
    take(patient, split);
    for (const ClassCount& count : positives_[patient]) --left_[count.labelClass];
  }

  const std::vector<std::vector<ClassCount>>& positives_;
  std::vector<Split> chosen_;
  std::array<double, 3> shares_;
  Lack lack_{};
  std::vector<Lack> lackOfClass_;
  std::vector<std::size_t> left_;  // patients of the class that have no split yet
  std::vector<std::vector<Member>> members_;
};

}  // namespace

std::vector<Split> stratify(const std::vector<std::vector<ClassCount>>& positives,
                            std::size_t classes, const std::vector<Split>& given,
                            const std::array<double, 3>& shares, std::stop_token stop) {
  Dealer dealer(positives, classes, given, shares);
  dealer.deal(std::move(stop));
  return std::move(dealer).chosen();
}

}  // namespace mrm

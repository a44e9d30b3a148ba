#include "core/importers/polarity_groups.h"

namespace mrm {

std::vector<PolarityGroups::Flag> PolarityGroups::judge(State& state) {
  std::vector<Flag> flags;
  if (!state.reference) return flags;
  for (std::size_t i = 0; i < state.ids.size(); ++i)
    flags.emplace_back(state.ids[i], state.reference->looksInverted(state.thumbnails[i]));
  state.ids.clear();
  state.thumbnails.clear();
  return flags;
}

std::vector<PolarityGroups::Flag> PolarityGroups::add(const Group& group, RecordId id,
                                                      const Thumbnail& thumbnail) {
  State& state = groups_[group];
  state.ids.push_back(id);
  state.thumbnails.push_back(thumbnail);
  if (!state.reference && state.thumbnails.size() >= kEnough)
    state.reference = PolarityReference::of(state.thumbnails);
  return judge(state);
}

std::vector<PolarityGroups::Flag> PolarityGroups::finish(
    const std::function<std::vector<Thumbnail>(const Group&, const std::vector<RecordId>&)>&
        neighbours) {
  std::vector<Flag> flags;
  for (auto& [group, state] : groups_) {
    if (state.ids.empty()) continue;
    if (!state.reference) {
      std::vector<Thumbnail> all = state.thumbnails;
      if (all.size() < kSmall && neighbours) {
        const auto others = neighbours(group, state.ids);
        all.insert(all.end(), others.begin(), others.end());
      }
      state.reference = PolarityReference::of(all);
    }
    const auto judged = judge(state);
    flags.insert(flags.end(), judged.begin(), judged.end());
  }
  groups_.clear();
  return flags;
}

}  // namespace mrm

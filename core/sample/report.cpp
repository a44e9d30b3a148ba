#include "core/sample/report.h"

#include <cctype>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace mrm::phantom {
namespace {

using Words = std::initializer_list<std::pair<std::string_view, std::string>>;

std::string nameOf(Side side) {
  return side == Side::Right ? "right" : "left";
}
std::string nameOf(Zone zone) {
  return zone == Zone::Upper ? "upper" : zone == Zone::Mid ? "mid" : "lower";
}
std::string nameOf(Extent extent) {
  return extent == Extent::Small ? "small" : extent == Extent::Moderate ? "moderate" : "large";
}

// One of the templates, its {words} filled in, with a capital at its start.
std::string say(Random& random, const std::vector<std::string_view>& templates, Words words = {}) {
  std::string text(templates[random.below(templates.size())]);
  for (const auto& [name, word] : words) {
    const std::string place = "{" + std::string(name) + "}";
    for (std::size_t at; (at = text.find(place)) != std::string::npos;)
      text.replace(at, place.size(), word);
  }
  text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
  return text;
}

class ReportWriter {
 public:
  ReportWriter(const ReportSubject& subject, Random& random)
      : subject_(subject), findings_(subject.findings), random_(random) {}

  std::string write() {
    std::string report = "EXAMINATION: " + examination() + "\n";
    report += "INDICATION: " + indication() + "\n";
    report += "FINDINGS: " + findings() + "\n";
    return report + "IMPRESSION: " + impression() + "\n";
  }

 private:
  std::string say(const std::vector<std::string_view>& templates, Words words = {}) {
    return phantom::say(random_, templates, words);
  }

  std::string examination() {
    if (subject_.view == View::AnteroPosterior)
      return say({"Portable AP chest radiograph (synthetic).",
                  "Chest radiograph, AP view (synthetic).",
                  "Synthetic chest radiograph, AP projection."});
    return say({"Chest radiograph, PA view (synthetic).", "PA chest radiograph (synthetic).",
                "Synthetic chest radiograph, PA projection."});
  }

  std::string indication() {
    std::vector<std::string_view> reasons = {"cough", "dyspnea", "chest pain",
                                             "shortness of breath", "preoperative assessment"};
    if (findings_.consolidation)
      reasons = {"fever and cough", "fever", "suspected pneumonia", "productive cough"};
    if (findings_.pneumothorax)
      reasons = {"sudden chest pain", "acute dyspnea", "chest pain after a fall", "dyspnea"};
    if (subject_.previous)
      reasons = {"follow-up", "persistent symptoms", "known chest disease", reasons.front()};
    const std::string who = std::to_string(subject_.age) + "-year-old " +
                            (subject_.sex == Sex::Female ? "woman" : "man");
    return say({"{who}, {why}.", "{why} in a {who}.", "{why}. {who}."},
               {{"who", who}, {"why", std::string(reasons[random_.below(reasons.size())])}});
  }

  std::string findings() {
    std::vector<std::string> sentences;
    if (subject_.previous) addComparison(sentences);
    std::vector<std::string> parts[3] = {heart(), lungs(), pleura()};
    if (random_.chance(0.4)) std::swap(parts[0], parts[2]);
    for (const auto& part : parts) sentences.insert(sentences.end(), part.begin(), part.end());
    if (random_.chance(0.35))
      sentences.push_back(say(
          {"No acute bony abnormality.", "The bony thorax is intact.", "Bones are unremarkable."}));
    return joined(sentences);
  }

  // What has changed, without its side.
  void addComparison(std::vector<std::string>& sentences) {
    const Findings& before = *subject_.previous;
    if (before.hasEffusion() && !findings_.hasEffusion())
      sentences.push_back(say(
          {"The previous pleural effusion has resolved.", "Resolution of the previous effusion."}));
    else if (before.pneumothorax && !findings_.pneumothorax)
      sentences.push_back(
          say({"The previous pneumothorax has resolved.", "The lung has re-expanded."}));
    else if (before.consolidation && findings_.consolidation && random_.chance(0.5))
      addChange(sentences, "consolidation", before.consolidation->extent,
                findings_.consolidation->extent);
    else if (before.pneumothorax && findings_.pneumothorax && random_.chance(0.5))
      addChange(sentences, "pneumothorax", before.pneumothorax->extent,
                findings_.pneumothorax->extent);
  }

  void addChange(std::vector<std::string>& sentences, const std::string& what, Extent before,
                 Extent now) {
    const std::string change = now > before   ? "increased"
                               : now < before ? "decreased"
                                              : "not changed";
    sentences.push_back(say({"The {what} has {change} since the previous study.",
                             "Compared with the previous study, the {what} has {change}."},
                            {{"what", what}, {"change", change}}));
  }

  std::vector<std::string> heart() {
    if (findings_.cardiomegaly)
      return {say({"The heart is enlarged.", "The cardiac silhouette is enlarged.",
                   "There is cardiomegaly.", "Heart size is increased.", "Enlarged heart."})};
    return {say({"Heart size is normal.", "The heart is not enlarged.", "Normal heart size.",
                 "The cardiac silhouette is normal in size.", "No cardiomegaly."})};
  }

  std::vector<std::string> lungs() {
    std::vector<std::string> sentences;
    if (const auto& patch = findings_.consolidation) {
      const Words words = {{"side", nameOf(patch->side)}, {"zone", nameOf(patch->zone)}};
      const std::vector<std::string_view> general = {
          "Consolidation in the {side} {zone} zone with air bronchograms.",
          "Airspace opacity in the {side} {zone} zone.",
          "There is consolidation of the {side} {zone} lung."};
      if (patch->extent == Extent::Small)
        sentences.push_back(
            say({"Small focus of consolidation in the {side} {zone} zone.",
                 "Patchy opacity in the {side} {zone} zone, in keeping with consolidation."},
                words));
      else if (patch->extent == Extent::Large && random_.chance(0.6))
        sentences.push_back(say({"Extensive consolidation in the {side} {zone} zone.",
                                 "Large consolidation of the {side} {zone} lung."},
                                words));
      else
        sentences.push_back(say(general, words));
    }
    if (const auto& nodule = findings_.nodule)
      sentences.push_back(say({"A {size} mm nodule projects over the {side} {zone} zone.",
                               "There is a {size} mm nodule in the {side} {zone} lung.",
                               "Rounded nodule in the {side} {zone} zone measuring {size} mm.",
                               "Solitary nodule of {size} mm, {side} {zone} zone."},
                              {{"side", nameOf(nodule->side)},
                               {"zone", nameOf(nodule->zone)},
                               {"size", std::to_string(std::lround(nodule->diameter))}}));
    if (findings_.consolidation && !findings_.nodule)
      sentences.push_back(say({"No nodule.", "No pulmonary nodule is seen."}));
    else if (findings_.nodule && !findings_.consolidation)
      sentences.push_back(say({"No consolidation.", "No focal consolidation is seen."}));
    else if (!findings_.nodule && !findings_.consolidation) {
      if (findings_.hasEffusion() || findings_.pneumothorax)
        sentences.push_back(
            say({"No consolidation or nodule.", "No focal consolidation, no nodule."}));
      else
        sentences.push_back(
            say({"The lungs are clear.", "Clear lungs without consolidation or nodule.",
                 "No consolidation or nodule.", "Both lungs are clear."}));
    }
    return sentences;
  }

  std::vector<std::string> pleura() {
    std::vector<std::string> sentences;
    if (findings_.hasEffusion()) sentences.push_back(effusion());
    if (const auto& air = findings_.pneumothorax)
      sentences.push_back(
          say({"{size} {side} pneumothorax with a visible pleural line.",
               "There is a {size} {side} pneumothorax.",
               "{side} pneumothorax of {size} size, lung markings are absent peripherally.",
               "The pleural line is visible on the {side}: {size} pneumothorax."},
              {{"side", nameOf(air->side)}, {"size", nameOf(air->extent)}}));
    if (!findings_.hasEffusion() && !findings_.pneumothorax)
      sentences.push_back(say({"No pleural effusion or pneumothorax.",
                               "There is no pneumothorax and no pleural effusion.",
                               "No pneumothorax. No pleural effusion.",
                               "Neither pleural effusion nor pneumothorax."}));
    else if (!findings_.pneumothorax)
      sentences.push_back(say({"No pneumothorax.", "There is no pneumothorax."}));
    else if (!findings_.hasEffusion())
      sentences.push_back(say({"No pleural effusion.", "There is no pleural effusion."}));
    return sentences;
  }

  std::string effusion() {
    const auto &right = findings_.effusionOn(Side::Right), &left = findings_.effusionOn(Side::Left);
    if (right && left) {
      if (*right == *left)
        return say(
            {"{size} bilateral pleural effusions.", "Pleural effusions on both sides, {size}."},
            {{"size", nameOf(*right)}});
      return say({"Bilateral pleural effusions, larger on the {side}.",
                  "Pleural effusions on both sides, more on the {side}."},
                 {{"side", nameOf(*right > *left ? Side::Right : Side::Left)}});
    }
    const Side side = right ? Side::Right : Side::Left;
    const Extent extent = right ? *right : *left;
    std::vector<std::string_view> templates = {"There is a {size} {side} pleural effusion.",
                                               "{size} pleural effusion on the {side}.",
                                               "{side}-sided pleural effusion, {size}."};
    if (extent == Extent::Small)
      templates.push_back("Blunting of the {side} costophrenic angle by a small pleural effusion.");
    if (extent == Extent::Large)
      templates.push_back("Large {side} pleural effusion with mediastinal shift.");
    return say(templates, {{"side", nameOf(side)}, {"size", nameOf(extent)}});
  }

  std::string impression() {
    if (findings_.none())
      return say({"No acute cardiopulmonary abnormality.", "Normal chest radiograph.",
                  "No significant abnormality.", "No acute disease of the chest.",
                  "Normal study."});
    std::vector<std::string> items;
    // The side again in some, so that the words agree, but not in all, so that they do not give it
    // away.
    const auto place = [&](Side side) {
      return random_.chance(0.35) ? nameOf(side) + " " : std::string();
    };
    if (findings_.effusionOn(Side::Right) && findings_.effusionOn(Side::Left)) {
      items.push_back(say({"Pleural effusions.", "Bilateral pleural effusions."}));
    } else if (findings_.hasEffusion()) {
      const Side side = findings_.effusionOn(Side::Right) ? Side::Right : Side::Left;
      items.push_back(say({"{size} {place}pleural effusion.", "{place}pleural effusion."},
                          {{"place", place(side)}, {"size", nameOf(*findings_.effusionOn(side))}}));
    }
    if (const auto& air = findings_.pneumothorax)
      items.push_back(say({"{size} {place}pneumothorax.", "{place}pneumothorax."},
                          {{"place", place(air->side)}, {"size", nameOf(air->extent)}}));
    if (const auto& patch = findings_.consolidation) {
      const std::string side = place(patch->side);
      items.push_back(
          say({"{sided}consolidation, likely pneumonia.", "{sided}pneumonia.",
               "{place}lung consolidation."},
              {{"place", side}, {"sided", side.empty() ? side : nameOf(patch->side) + "-sided "}}));
    }
    if (const auto& nodule = findings_.nodule)
      items.push_back(say({"{place}pulmonary nodule, CT recommended.", "{place}lung nodule.",
                           "Solitary {place}pulmonary nodule."},
                          {{"place", place(nodule->side)}}));
    if (findings_.cardiomegaly) items.push_back(say({"Cardiomegaly.", "Enlarged heart."}));
    if (items.size() > 1 && random_.chance(0.4))
      for (std::size_t i = 0; i < items.size(); ++i)
        items[i] = std::to_string(i + 1) + ". " + items[i];
    return joined(items);
  }

  const ReportSubject& subject_;
  const Findings& findings_;
  Random& random_;
};

}  // namespace

std::string writeReport(const ReportSubject& subject, Random& random) {
  return ReportWriter(subject, random).write();
}

}  // namespace mrm::phantom

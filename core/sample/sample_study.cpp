#include "core/sample/sample_study.h"

#include "core/sample/report.h"

namespace mrm::phantom {
namespace {

// What a patient's random numbers are for: each has its own, so that none depends on how many
// others are drawn.
enum Purpose : std::uint64_t { kAnatomy, kCourse, kProjection, kReport, kNoise };

}  // namespace

std::vector<SampleStudy> drawPatient(std::uint64_t seed, std::uint64_t patient) {
  Random anatomyRandom(seed, {patient, kAnatomy}), courseRandom(seed, {patient, kCourse});
  const Anatomy anatomy = drawAnatomy(anatomyRandom);
  const double draw = courseRandom.uniform();
  const std::vector<Findings> course = drawCourse(courseRandom, draw < 0.35   ? 1
                                                                : draw < 0.68 ? 2
                                                                              : 3);
  std::vector<SampleStudy> studies;
  int age = anatomy.age;
  for (std::uint64_t number = 0; number < course.size(); ++number) {
    Random projectionRandom(seed, {patient, kProjection, number}),
        reportRandom(seed, {patient, kReport, number});
    SampleStudy study{anatomy, drawProjection(projectionRandom), course[number], {}};
    if (number > 0 && reportRandom.chance(0.3)) ++age;
    study.report = writeReport({.findings = study.findings,
                                .previous = number > 0 ? &course[number - 1] : nullptr,
                                .sex = anatomy.sex,
                                .age = age,
                                .view = study.projection.view},
                               reportRandom);
    studies.push_back(std::move(study));
  }
  return studies;
}

Phantom renderStudy(const SampleStudy& study, std::uint64_t seed, std::uint64_t patient,
                    std::uint64_t number, std::int64_t shorterSide) {
  return renderPhantom(study.anatomy, study.projection, study.findings, shorterSide,
                       Random(seed, {patient, kNoise, number}));
}

}  // namespace mrm::phantom

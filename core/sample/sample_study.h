// One study of the sample project: drawn from seed, patient and study number alone.
#pragma once

#include <string>
#include <vector>

#include "core/sample/anatomy.h"
#include "core/sample/findings.h"
#include "core/sample/phantom.h"

namespace mrm::phantom {

struct SampleStudy {
  Anatomy anatomy;
  Projection projection;
  Findings findings;
  std::string report;
};

// All studies (1 to 3) of a patient in order of time.
std::vector<SampleStudy> drawPatient(std::uint64_t seed, std::uint64_t patient);

Phantom renderStudy(const SampleStudy& study, std::uint64_t seed, std::uint64_t patient,
                    std::uint64_t number, std::int64_t shorterSide);

}  // namespace mrm::phantom

// A phantom patient's build and one exposure's positioning. Lengths in millimetres.
#pragma once

#include <cstdint>

#include "core/base/random.h"

namespace mrm::phantom {

enum class Sex { Female, Male };

// Stays the same in all studies of a patient. The origin lies in the midline at the height of the
// lungs' apices; x points to the patient's left, which is the image's right; y points to the feet.
struct Anatomy {
  Sex sex = Sex::Female;
  int age = 60;                       // at the first study
  double halfWidth = 138;             // of the chest inside the ribs, at its widest
  double halfDepth = 90;              // of the same, front to back
  double lungHeight = 255;            // from the apex to the lateral costophrenic angle
  double wall = 24;                   // muscle and fat around the ribs
  double rightDome = 208;             // top of the right diaphragm
  double leftDome = 220;              // a little lower
  double cardiothoracicRatio = 0.46;  // of a heart without cardiomegaly
  double enlargedRatio = 0.62;        // and with it
  double aorta = 20;                  // radius of the aortic knob
  double ribSpacing = 24;
  double ribSlope = 96;  // from a rib's posterior to its anterior end
  double breast = 0;     // thickness of the breasts' shadows
  double boneDensity = 1;
  double scoliosis = 0;    // sideways bend of the spine
  double gasBubble = 1;    // size of the stomach's
  std::uint64_t seed = 0;  // of the vessels, and of where findings lie
};

Anatomy drawAnatomy(Random& random);

enum class View { PosteroAnterior, AnteroPosterior };

// One exposure.
struct Projection {
  View view = View::PosteroAnterior;
  double width = 360, height = 420;     // of the field
  double centreX = 0, top = -55;        // where the field lies
  double rotation = 0;                  // of the body in the image plane, radians
  double inspiration = 0;               // how much lower the diaphragm stands
  double photons = 80000;               // detected per pixel without a body
  double scatter = 0.12;                // scattered share relative to the mean primary beam
  double brightness = 0, contrast = 1;  // of the display curve
};

Projection drawProjection(Random& random);

}  // namespace mrm::phantom

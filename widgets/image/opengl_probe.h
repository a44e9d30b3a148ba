// Whether this process can draw with OpenGL as VTK needs it.
#pragma once

#include <QString>
#include <QSurfaceFormat>

namespace mrm {

QSurfaceFormat vtkSurfaceFormat();  // OpenGL 3.2 core

struct OpenGlProbe {
  bool usable = false;    // a context of that kind can be made and made current
  bool hardware = false;  // a graphics card draws, not a program on the CPU
  QString renderer;       // the driver's own name, or why there is none
};
// Makes a context and throws it away: some milliseconds. Needs the QApplication.
OpenGlProbe probeOpenGl();

}  // namespace mrm

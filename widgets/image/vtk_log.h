// VTK's warnings and errors into Qt's log, where the program's other messages are.
#pragma once

namespace mrm {

// Once per process is enough; further calls do nothing. Category "mrm.vtk".
void sendVtkMessagesToQtLog();

}  // namespace mrm

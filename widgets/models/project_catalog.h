// The catalogue of a project: opened, or made from its table the first time.
#pragma once

#include "core/catalog/catalog.h"
#include "core/project/project.h"

namespace mrm {

// Not for the GUI thread. Throws Error.
Catalog openProjectCatalog(const Project& project);

}  // namespace mrm

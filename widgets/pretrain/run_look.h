// Icon and colour of each state of a run.
#pragma once

#include <QColor>

#include "widgets/models/run_summary.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {

struct RunLook {
  const char* icon;
  IconTone tone;
  QColor color;
};

inline RunLook lookOf(RunPhase phase) {
  const Colors& c = themeColors();
  switch (phase) {
    case RunPhase::Starting:
    case RunPhase::Running:
      return {"play", IconTone::Accent, c.accentText};
    case RunPhase::Paused:
      return {"pause", IconTone::Attention, c.attention};
    case RunPhase::Interrupted:
      return {"interrupted", IconTone::Attention, c.attention};
    case RunPhase::Finished:
      return {"check", IconTone::Success, c.success};
    case RunPhase::Failed:
    case RunPhase::Unreadable:
      return {"error", IconTone::Failure, c.failure};
    case RunPhase::NotStarted:
    case RunPhase::Stopped:
      break;
  }
  return {"stop", IconTone::Secondary, c.secondaryText};
}

}  // namespace mrm

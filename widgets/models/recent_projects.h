// The projects that were open before, latest first.
#pragma once

#include <QImage>
#include <QString>
#include <QStringList>
#include <QVector>
#include <optional>

#include "widgets/models/run_summary.h"

namespace mrm {

class RecentProjects {
 public:
  static QStringList folders();
  static void add(const QString& folder);
  static void remove(const QString& folder);

  // Reads what the start page shows of a project. Never throws. Not for the GUI thread.
  struct Entry {
    QString folder, name;
    bool isThere = false, isSynthetic = false;
    std::optional<RunSummary> lastRun;
    QImage thumbnail;  // of the first record; null when there is none
  };
  static Entry read(const QString& folder);
};

// Where the sample project is made: in the user's data folder.
QString sampleProjectFolder();

}  // namespace mrm

// The options of mrm-workbench.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <optional>

#include "widgets/theme/theme.h"

struct CommandLine {
  Q_DECLARE_TR_FUNCTIONS(CommandLine)
 public:
  bool isSample = false;
  QString project, run;
  QString path;  // without an option: a project, a run or a table
  std::optional<mrm::ThemeMode> theme;
  std::optional<QString> language;
  QString screenshot;

  // Shows help or version and ends the program where that is asked for; ends it with a message and
  // code 2 for options that there are not.
  static CommandLine parse(const QCoreApplication& app);
};

// mrm-workbench: the window.
#include <QApplication>
#include <QSettings>
#include <clocale>

#include "app/workbench/command_line.h"
#include "app/workbench/screenshot.h"
#include "widgets/common/background.h"
#include "widgets/shell/language.h"
#include "widgets/shell/main_window.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

int main(int argc, char** argv) {
  QApplication app(argc, argv);
  // core/ reads and writes numbers with a point, whatever the user's language.
  std::setlocale(LC_NUMERIC, "C");
  QCoreApplication::setOrganizationName("MRM Workbench");
  QCoreApplication::setApplicationName("mrm-workbench");
  QCoreApplication::setApplicationVersion(MRM_VERSION);
  QGuiApplication::setDesktopFileName("mrm-workbench");
  QSettings::setDefaultFormat(QSettings::IniFormat);
  const QSettings settings;
  mrm::setLanguage(settings.value("language").toString());
  const CommandLine options = CommandLine::parse(app);
  if (options.language) mrm::setLanguage(*options.language);
  mrm::Theme::instance().install(
      app, options.theme.value_or(static_cast<mrm::ThemeMode>(settings.value("theme", 0).toInt())));
  QGuiApplication::setWindowIcon(mrm::themedIcon("app"));

  int code = 0;
  {
    mrm::MainWindow window;
    window.show();
    if (options.isSample)
      window.openSample();
    else if (!options.run.isEmpty())
      window.openRun(options.run);
    else if (!options.project.isEmpty())
      window.openProject(options.project);
    else if (!options.path.isEmpty())
      window.openAnything(options.path);
    else
      window.openLast();
    if (!options.screenshot.isEmpty()) takeScreenshot(window, options.screenshot);
    code = QApplication::exec();
  }
  mrm::finishBackgroundWork();
  return code;
}

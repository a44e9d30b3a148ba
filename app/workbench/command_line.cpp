#include "app/workbench/command_line.h"

#include <QCommandLineParser>
#include <cstdio>

#include "widgets/shell/language.h"

namespace {

[[noreturn]] void fail(const QString& message) {
  std::fprintf(stderr, "%s\n", qUtf8Printable(message));
  std::exit(2);
}

}  // namespace

CommandLine CommandLine::parse(const QCoreApplication& app) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      tr("Masked Record Modeling of chest radiographs and their reports."));
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption sample("sample", tr("Open the synthetic sample project."));
  const QCommandLineOption project("project", tr("Open the project in DIR."), "DIR");
  const QCommandLineOption run("run", tr("Show the run in DIR."), "DIR");
  const QCommandLineOption theme("theme", tr("Use this theme: light, dark or system."), "NAME");
  const QCommandLineOption language("language", tr("Use this language: en, de."), "CODE");
  const QCommandLineOption screenshot(
      "screenshot", tr("Write a picture of the window to FILE when all is shown, then quit."),
      "FILE");
  parser.addOptions({sample, project, run, theme, language, screenshot});
  parser.addPositionalArgument("path", tr("A project folder, a run folder or a CSV table."),
                               "[path]");
  if (!parser.parse(app.arguments())) fail(parser.errorText());
  if (parser.isSet("help")) parser.showHelp(0);
  if (parser.isSet("version")) parser.showVersion();

  CommandLine line;
  line.isSample = parser.isSet(sample);
  line.project = parser.value(project);
  line.run = parser.value(run);
  line.path = parser.positionalArguments().value(0);
  line.screenshot = parser.value(screenshot);
  if (parser.isSet(theme)) {
    const QString name = parser.value(theme);
    if (name == "light")
      line.theme = mrm::ThemeMode::Light;
    else if (name == "dark")
      line.theme = mrm::ThemeMode::Dark;
    else if (name == "system")
      line.theme = mrm::ThemeMode::System;
    else
      fail(tr("There is no theme '%1': choose light, dark or system.").arg(name));
  }
  if (parser.isSet(language)) {
    const QString code = parser.value(language);
    bool isKnown = false;
    for (const mrm::Language& known : mrm::languages()) isKnown = isKnown || known.code == code;
    if (!isKnown) fail(tr("There is no language '%1': choose en or de.").arg(code));
    line.language = code;
  }
  return line;
}

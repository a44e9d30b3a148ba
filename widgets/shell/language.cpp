#include "widgets/shell/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

// At global scope: the macro declares the generated function there.
static void initializeTranslations() {
  Q_INIT_RESOURCE(translations);
}

namespace mrm {
namespace {

QString& choice() {
  static QString code;
  return code;
}

}  // namespace

const QVector<Language>& languages() {
  static const QVector<Language> all{{"en", "English"}, {"de", "Deutsch"}};
  return all;
}

void setLanguage(const QString& code) {
  initializeTranslations();
  // Children of the application, so that they end before it.
  static auto* const ours = new QTranslator(qApp);
  static auto* const qts = new QTranslator(qApp);
  choice() = code;
  QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
  QString known = "en";
  for (const Language& language : languages())
    if (QLocale(language.code).language() == locale.language()) known = language.code;
  // A system in a language that the program does not speak: English texts with its numbers would be
  // neither.
  if (code.isEmpty() && QLocale(known).language() != locale.language()) locale = QLocale(known);
  QLocale::setDefault(locale);
  QCoreApplication::removeTranslator(ours);
  QCoreApplication::removeTranslator(qts);
  // English has a translation, too: its plural forms.
  if (ours->load(QStringLiteral(":/i18n/mrm_%1.qm").arg(known)))
    QCoreApplication::installTranslator(ours);
  else
    qWarning("The translation '%s' is missing", qUtf8Printable(known));
  // Qt's own texts (file dialogs), where the system has them.
  if (qts->load("qtbase_" + known, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(qts);
  QGuiApplication::setLayoutDirection(locale.textDirection());
}

QString languageChoice() {
  return choice();
}

}  // namespace mrm

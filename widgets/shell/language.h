// The window's language: chosen by the user or by the system, changed while the program runs.
#pragma once

#include <QString>
#include <QVector>

namespace mrm {

struct Language {
  QString code;  // "de"
  QString name;  // "Deutsch", in the language itself
};

// Those that the program is translated to, English first.
const QVector<Language>& languages();

// Installs the translations; empty: the system's language where there is one for it, else English.
// Also sets the locale for numbers and dates, and the direction of layouts.
void setLanguage(const QString& code);
QString languageChoice();  // as it was set; empty: the system's

}  // namespace mrm

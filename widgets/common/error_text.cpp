#include "widgets/common/error_text.h"

#include <QStringList>
#include <QSysInfo>

namespace mrm {
namespace {

// Errors are written to be read after the name of their file: alone, they begin with a capital
// letter.
QString sentence(QString text) {
  text = text.trimmed();
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  if (!text.isEmpty() && !QStringLiteral(".!?:").contains(text.back())) text += '.';
  return text;
}

}  // namespace

ErrorText ErrorText::of(const std::exception& error) {
  ErrorText text;
  if (const auto* known = dynamic_cast<const Error*>(&error)) {
    text.what = sentence(QString::fromStdString(known->problem()));
    text.where = QString::fromStdString(known->where());
    text.advice = sentence(QString::fromStdString(known->advice()));
    return text;
  }
  text.what = tr("Something unexpected went wrong.");
  text.advice = tr("Please report it with the details below.");
  text.details = QString::fromUtf8(error.what());
  return text;
}

QString ErrorText::forClipboard() const {
  QStringList lines{what};
  if (!where.isEmpty()) lines << where;
  if (!advice.isEmpty()) lines << advice;
  if (!details.isEmpty()) lines << QString() << details;
  lines << QString()
        << QStringLiteral("%1 %2, Qt %3, %4")
               .arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(),
                    qVersion(), QSysInfo::prettyProductName());
  return lines.join('\n') + '\n';
}

}  // namespace mrm

#include "widgets/forms/option_text.h"

#include <QLocale>

namespace mrm {

bool isNumber(const Option& option) {
  return std::holds_alternative<std::int64_t*>(option.target()) ||
         std::holds_alternative<double*>(option.target());
}

QString OptionText::of(const std::string& source) {
  return source.empty() ? QString() : QCoreApplication::translate("Options", source.c_str());
}

QString OptionText::label(const Option& option) {
  return of(option.label().empty() ? option.key() : option.label());
}

QString OptionText::shown(const Option& option, const std::string& value) {
  QString text = QString::fromStdString(value);
  if (isNumber(option)) text.replace('.', QLocale().decimalPoint());
  return text;
}

std::string OptionText::typed(const Option& option, const QString& text) {
  QString value = text.trimmed();
  if (isNumber(option)) value.replace(QLocale().decimalPoint(), QStringLiteral("."));
  return value.toStdString();
}

QString OptionText::problem(const Option& option, const QString& text) {
  const std::string value = typed(option, text);
  const std::string problem = option.problemWith(value);
  if (problem.empty()) return {};
  if (!isNumber(option)) return QString::fromStdString(problem);
  bool isAny = false;
  QString::fromStdString(value).toDouble(&isAny);
  if (value.empty()) return tr("A number is needed here.");
  if (!isAny) return tr("This is not a number.");
  const bool isWhole = std::holds_alternative<std::int64_t*>(option.target());
  const auto bound = [&](double number) {
    return QLocale().toString(number, isWhole ? 'f' : 'g', isWhole ? 0 : 6);
  };
  const double number = QString::fromStdString(value).toDouble();
  if (option.hasRange() && (number < option.minimum() || number > option.maximum()))
    return tr("Between %1 and %2.").arg(bound(option.minimum()), bound(option.maximum()));
  if (isWhole) return tr("A whole number is needed here.");
  return QString::fromStdString(problem);
}

}  // namespace mrm

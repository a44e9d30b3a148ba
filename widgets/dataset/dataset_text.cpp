#include "widgets/dataset/dataset_text.h"

#include <QStringList>

#include "widgets/common/core_text.h"
#include "widgets/theme/theme.h"

namespace mrm {

QString DataSetText::section(SectionKind kind) {
  switch (kind) {
    case SectionKind::Unnamed:
      return tr("Text without heading");
    case SectionKind::Examination:
      return tr("Examination");
    case SectionKind::Indication:
      return tr("Indication");
    case SectionKind::Technique:
      return tr("Technique");
    case SectionKind::Comparison:
      return tr("Comparison");
    case SectionKind::Findings:
      return tr("Findings");
    case SectionKind::Impression:
      return tr("Impression");
    case SectionKind::FindingsAndImpression:
      return tr("Findings and impression");
    case SectionKind::Recommendation:
      return tr("Recommendation");
    case SectionKind::Other:
      break;
  }
  return tr("Other sections");
}

QString DataSetText::choice(const SectionChoice& choice) {
  if (choice.empty()) return tr("The whole report");
  QStringList names;
  for (const SectionKind kind : choice) names << section(kind);
  return names.join(QStringLiteral(", "));
}

QString DataSetText::personalData(PersonalDataKind kind) {
  switch (kind) {
    case PersonalDataKind::Name:
      return tr("Name");
    case PersonalDataKind::Date:
      return tr("Date");
    case PersonalDataKind::Phone:
      return tr("Phone number");
    case PersonalDataKind::Email:
      return tr("E-mail address");
    case PersonalDataKind::Identifier:
      return tr("Number that identifies");
    case PersonalDataKind::Age:
      return tr("Age above 89");
    case PersonalDataKind::Address:
      return tr("Address");
    case PersonalDataKind::Place:
      break;
  }
  return tr("Hospital or place");
}

QString DataSetText::reason(const std::string& reason) {
  QString text = coreText(reason);
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  return text;
}

QColor sectionTint(SectionKind kind) {
  // Okabe and Ito (2008); what is read most has the colours that differ most.
  QColor color;
  switch (kind) {
    case SectionKind::Findings:
      color = QColor(0x0072b2);
      break;
    case SectionKind::Impression:
      color = QColor(0xd55e00);
      break;
    case SectionKind::FindingsAndImpression:
      color = QColor(0xcc79a7);
      break;
    case SectionKind::Indication:
      color = QColor(0x009e73);
      break;
    case SectionKind::Technique:
      color = QColor(0xf0e442);
      break;
    case SectionKind::Comparison:
      color = QColor(0x56b4e9);
      break;
    case SectionKind::Examination:
      color = QColor(0xe69f00);
      break;
    case SectionKind::Recommendation:
      color = QColor(0x8a6fd1);
      break;
    case SectionKind::Unnamed:
      color = QColor(0x5f6b3a);
      break;
    default:
      color = QColor(0x808890);
      break;
  }
  color.setAlphaF(themeColors().dark ? 0.42F : 0.22F);
  return color;
}

}  // namespace mrm

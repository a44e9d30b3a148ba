// Declared options as a page of fields, in their sections, the advanced ones folded away.
#pragma once

#include <QScrollArea>
#include <QStringList>
#include <vector>

#include "core/options/option.h"

class QLabel;

namespace mrm {

class Disclosure;
class OptionField;

class OptionForm : public QScrollArea {
  Q_OBJECT
 public:
  // Edits the struct behind `options`, which must outlive the form. `hidden`: names of options that
  // are set elsewhere.
  OptionForm(OptionSet& options, const QStringList& hidden, QWidget* parent = nullptr);

  bool isValid() const { return firstProblem() == nullptr; }
  const OptionField* firstProblem() const;
  int problemCount() const;
  void reload();  // after the struct was changed from outside
  OptionField* field(const QString& name) const;
  void scrollTo(const OptionField* field);  // and give it the focus

 Q_SIGNALS:
  void changed();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  struct Heading {
    const OptionSet::Section* section;
    QLabel *title, *help;
    Disclosure* advanced;  // null: the section has no advanced options
  };
  void retranslate();

  std::vector<OptionField*> fields_;
  std::vector<Heading> headings_;
};

}  // namespace mrm

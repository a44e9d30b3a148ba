#include "widgets/dataset/display_choice.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>

#include "widgets/common/small_label.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

constexpr int kIndent = 3 * kGrid;
constexpr int kMostWindows = 1001;  // as many as a policy can name
constexpr int kDigits = 8;
constexpr double kStep = 0.5;  // percent

QLabel* small(const QString& text, QWidget* parent) {
  QLabel* label = smallLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  return label;
}

}  // namespace

DisplayChoice::DisplayChoice(QWidget* parent)
    : QWidget(parent),
      file_(new QRadioButton(tr("As the &file says"), this)),
      percentile_(new QRadioButton(tr("P&ercentiles"), this)),
      fullRange_(new QRadioButton(tr("Full &range"), this)),
      fileWindow_(new QSpinBox(this)),
      tableFirst_(new QCheckBox(tr("&Table before window"), this)),
      low_(new QDoubleSpinBox(this)),
      high_(new QDoubleSpinBox(this)),
      offered_(small({}, this)),
      problem_(new QLabel(this)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, kGrid, 0);
  column->setSpacing(kGrid / 2);
  const auto indented = [&](QWidget* widget) {
    widget->setContentsMargins(kIndent, 0, 0, 0);
    column->addWidget(widget);
  };
  const auto fields = [&] {
    auto* grid = new QGridLayout;
    grid->setContentsMargins(kIndent, 0, 0, 0);
    grid->setHorizontalSpacing(kGrid);
    grid->setVerticalSpacing(kGrid / 2);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    return grid;
  };
  const auto field = [this](QGridLayout* grid, const QString& text, QWidget* editor) {
    auto* label = new QLabel(text, this);
    label->setBuddy(editor);
    editor->setAccessibleName(QString(text).remove('&'));
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0);
    grid->addWidget(editor, row, 1);
  };

  column->addWidget(file_);
  indented(small(tr("The table or window that the unit wrote into the file. 8-bit images stay as "
                    "they are; files without either are shown by percentiles."),
                 this));
  fileWindow_->setRange(1, kMostWindows);
  field(fields(), tr("&Window"), fileWindow_);
  indented(small(tr("Which of the file's windows; where it has fewer, its last."), this));
  auto* table = new QWidget(this);
  auto* tableRow = new QVBoxLayout(table);
  tableRow->setContentsMargins(0, 0, 0, 0);
  tableRow->addWidget(tableFirst_);
  indented(table);
  indented(small(tr("Where a file has both."), this));
  offered_->setObjectName("offeredWindows");
  indented(offered_);
  column->addSpacing(kGrid);

  column->addWidget(percentile_);
  indented(small(tr("Of each image by itself: what lies below the lower percentile is black, above "
                    "the upper one white."),
                 this));
  QGridLayout* grid = fields();
  for (QDoubleSpinBox* box : {low_, high_}) {
    box->setRange(0, 100);
    box->setDecimals(2);
    box->setSingleStep(kStep);
    box->setSuffix(tr(" %", "unit of a percentile"));
  }
  field(grid, tr("B&lack up to"), low_);
  field(grid, tr("White fro&m"), high_);
  problem_->setText(tr("The lower percentile must lie below the upper one."));
  problem_->setObjectName("percentileProblem");
  problem_->setWordWrap(true);
  indented(problem_);
  column->addSpacing(kGrid);

  column->addWidget(fullRange_);
  indented(small(tr("From each image's smallest to its largest value: nothing is cut off, but one "
                    "bright marker can leave the lungs dark."),
                 this));
  column->addStretch();

  setPolicy({});
  const auto tell = [this] {
    update();
    Q_EMIT changed();
  };
  for (QRadioButton* choice : {file_, percentile_, fullRange_})
    connect(choice, &QRadioButton::toggled, this, [tell](bool isChosen) {
      if (isChosen) tell();
    });
  connect(fileWindow_, &QSpinBox::valueChanged, this, tell);
  connect(tableFirst_, &QCheckBox::toggled, this, tell);
  connect(low_, &QDoubleSpinBox::valueChanged, this, tell);
  connect(high_, &QDoubleSpinBox::valueChanged, this, tell);
}

DisplayPolicy DisplayChoice::policy() const {
  DisplayPolicy policy;
  policy.window = percentile_->isChecked()  ? DisplayPolicy::Window::Percentile
                  : fullRange_->isChecked() ? DisplayPolicy::Window::FullRange
                                            : DisplayPolicy::Window::File;
  policy.fileWindow = fileWindow_->value() - 1;
  policy.preferTable = tableFirst_->isChecked();
  if (low_->value() < high_->value()) {
    policy.low = low_->value();
    policy.high = high_->value();
  }
  return policy;
}

void DisplayChoice::setPolicy(const DisplayPolicy& policy) {
  const bool wasBlocked = blockSignals(true);
  file_->setChecked(policy.window == DisplayPolicy::Window::File);
  percentile_->setChecked(policy.window == DisplayPolicy::Window::Percentile);
  fullRange_->setChecked(policy.window == DisplayPolicy::Window::FullRange);
  fileWindow_->setValue(policy.fileWindow + 1);
  tableFirst_->setChecked(policy.preferTable);
  low_->setValue(policy.low);
  high_->setValue(policy.high);
  blockSignals(wasBlocked);
  update();
}

bool DisplayChoice::isValid() const {
  return !percentile_->isChecked() || low_->value() < high_->value();
}

void DisplayChoice::update() {
  fileWindow_->setEnabled(file_->isChecked());
  tableFirst_->setEnabled(file_->isChecked());
  low_->setEnabled(percentile_->isChecked());
  high_->setEnabled(percentile_->isChecked());
  problem_->setVisible(!isValid());
}

void DisplayChoice::setImage(const StoredImage* image) {
  QStringList parts;
  if (image) {
    for (std::size_t i = 0; i < image->windows.size(); ++i) {
      const ValueWindow& window = image->windows[i];
      //: A window of the file: its number, centre and width.
      QString text = tr("window %1: %2/%3")
                         .arg(i + 1)
                         .arg(QString::number(window.center, 'g', kDigits),
                              QString::number(window.width, 'g', kDigits));
      if (!window.explanation.empty()) text += ' ' + QString::fromStdString(window.explanation);
      parts << text;
    }
    if (!image->voiTables.empty())
      parts << tr("%n table(s)", nullptr, static_cast<int>(image->voiTables.size()));
  }
  offered_->setText(!image            ? QString()
                    : parts.isEmpty() ? tr("This file has neither.")
                                      : tr("This file: %1").arg(parts.join(QStringLiteral(", "))));
}

}  // namespace mrm

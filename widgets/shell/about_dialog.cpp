#include "widgets/shell/about_dialog.h"

#include <QCoreApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

namespace mrm {
namespace {

class AboutDialog : public QDialog {
  Q_OBJECT
 public:
  explicit AboutDialog(QWidget* parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About MRM Workbench"));
    auto* mark = new QLabel(this);
    mark->setPixmap(themedIcon("app").pixmap(QSize(56, 56), devicePixelRatioF()));
    auto* title = new QLabel(tr("MRM Workbench"), this);
    setTextRole(title, TextRole::Title);
    auto* version =
        new QLabel(tr("Version %1, Qt %2").arg(QCoreApplication::applicationVersion(), qVersion()));
    setTextRole(version, TextRole::Secondary);
    version->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* text = new QLabel(
        tr("Masked Record Modeling of chest radiographs and their reports.\n\nA tool for research, "
           "not a medical device. It works on this computer alone: it opens no network connection "
           "by itself and sends nothing anywhere.\n\nApache License 2.0."),
        this);
    text->setWordWrap(true);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* texts = new QVBoxLayout;
    texts->addWidget(title);
    texts->addWidget(version);
    texts->addSpacing(kGrid);
    texts->addWidget(text);
    texts->addStretch();
    texts->addWidget(close, 0, Qt::AlignTrailing);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 2 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    resize(60 * kGrid, 32 * kGrid);
  }
};

}  // namespace

void showAbout(QWidget* parent) {
  (new AboutDialog(parent))->open();
}

}  // namespace mrm

#include "about_dialog.moc"

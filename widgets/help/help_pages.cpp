#include "widgets/help/help_pages.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QStringList>

#include "widgets/actions/action_registry.h"

// Outside of any namespace, as the macro wants it.
static void loadResources() {
  Q_INIT_RESOURCE(help);
}

namespace mrm {
namespace {

const QStringList kWritten{"start", "data", "pretrain", "curves", "files", "words"};

QString readPage(const QString& language, const QString& id) {
  for (const QString& folder : {language, QStringLiteral("en")}) {
    QFile file(QStringLiteral(":/help/%1/%2.md").arg(folder, id));
    if (file.open(QIODevice::ReadOnly)) return QString::fromUtf8(file.readAll());
  }
  return {};
}

// The first line of a page: "# Title".
QString titleOf(const QString& markdown) {
  return markdown.section('\n', 0, 0).remove('#').trimmed();
}

QString plain(QString text) {
  text.replace("&&", "\n").remove('&').replace('\n', '&');
  return text.replace('|', "\\|");
}

HelpPage keysPage(const ActionRegistry& actions) {
  HelpPage page;
  page.id = "keys";
  page.title = QCoreApplication::translate("HelpPages", "Keys");
  QStringList categories;
  QHash<QString, QStringList> lines;
  for (const ActionRegistry::Entry& entry : actions.entries()) {
    const QKeySequence keys = entry.action->shortcut();
    if (keys.isEmpty()) continue;
    const QString category = QCoreApplication::translate("Actions", entry.spec.category);
    if (!categories.contains(category)) categories << category;
    lines[category] << QStringLiteral("| %1 | %2 |")
                           .arg(plain(keys.toString(QKeySequence::NativeText)),
                                plain(entry.action->text()));
  }
  page.markdown = "# " + page.title + "\n\n";
  for (const QString& category : categories)
    page.markdown +=
        "## " + category + "\n\n| | |\n|---|---|\n" + lines[category].join('\n') + "\n\n";
  return page;
}

}  // namespace

QVector<HelpPage> helpPages(const QString& language, const ActionRegistry& actions) {
  loadResources();
  QVector<HelpPage> pages;
  for (const QString& id : kWritten) {
    const QString markdown = readPage(language, id);
    pages.append({id, titleOf(markdown), markdown});
  }
  pages.append(keysPage(actions));
  return pages;
}

}  // namespace mrm

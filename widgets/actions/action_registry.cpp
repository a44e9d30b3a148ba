#include "widgets/actions/action_registry.h"

#include <QCoreApplication>
#include <QSettings>
#include <QWidget>
#include <stdexcept>

#include "widgets/theme/icons.h"

namespace mrm {

ActionRegistry::ActionRegistry(QWidget* window) : QObject(window), window_(window) {}

QAction* ActionRegistry::add(const ActionSpec& spec) {
  if (byId_.contains(spec.id))
    throw std::logic_error("action '" + spec.id.toStdString() + "' is declared twice");
  auto* action = new QAction(this);
  action->setObjectName(spec.id);
  if (!spec.icon.isEmpty()) action->setIcon(themedIcon(spec.icon));
  const QSettings settings;
  const QString key = "shortcuts/" + spec.id;
  action->setShortcut(settings.contains(key) ? QKeySequence(settings.value(key).toString())
                                             : spec.shortcut);
  for (const Entry& other : entries_)
    if (!action->shortcut().isEmpty() && other.action->shortcut() == action->shortcut())
      throw std::logic_error("actions '" + spec.id.toStdString() + "' and '" +
                             other.spec.id.toStdString() + "' have one shortcut");
  window_->addAction(action);
  entries_.push_back({spec, action});
  byId_.insert(spec.id, action);
  translate(entries_.back());
  return action;
}

QAction* ActionRegistry::add(const ActionSpec& spec, std::function<void()> triggered) {
  QAction* action = add(spec);
  connect(action, &QAction::triggered, this, [run = std::move(triggered)] { run(); });
  return action;
}

QAction* ActionRegistry::action(const QString& id) const {
  return byId_.value(id);
}

void ActionRegistry::retranslate() {
  for (const Entry& entry : entries_) translate(entry);
}

void ActionRegistry::translate(const Entry& entry) {
  const auto text = [](const char* source) {
    return QCoreApplication::translate("Actions", source);
  };
  entry.action->setText(text(entry.spec.text));
  entry.action->setWhatsThis(text(entry.spec.whatsThis));
  entry.action->setStatusTip(text(entry.spec.whatsThis));
  QString name = text(entry.spec.text);
  name.remove('&').remove(QStringLiteral("…"));
  const QString keys = entry.action->shortcut().toString(QKeySequence::NativeText);
  entry.action->setToolTip(
      QStringLiteral("<p style='white-space:pre'><b>%1</b>%2</p><p>%3</p>")
          .arg(name.toHtmlEscaped(),
               keys.isEmpty() ? QString() : QStringLiteral("  ") + keys.toHtmlEscaped(),
               text(entry.spec.whatsThis).toHtmlEscaped()));
}

}  // namespace mrm

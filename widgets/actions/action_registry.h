// The one place where actions are declared: menus, tool bars and the command palette read it.
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <functional>
#include <vector>

namespace mrm {

// Texts are the untranslated sources (QT_TRANSLATE_NOOP("Actions", …)).
struct ActionSpec {
  QString id;             // "run.pause"
  const char* text;       // "&Pause"
  const char* whatsThis;  // one sentence: also the tool tip's second line
  QString icon;           // empty: none
  QKeySequence shortcut;
  const char* category;  // "Run": how the palette groups it
};

class ActionRegistry : public QObject {
  Q_OBJECT
 public:
  // `window` is where the shortcuts work.
  explicit ActionRegistry(QWidget* window);

  // The action is enabled and does nothing until it is connected. Throws std::logic_error for an id
  // or shortcut that is taken. A shortcut that the user changed (setting "shortcuts/<id>") replaces
  // the declared one.
  QAction* add(const ActionSpec& spec);
  QAction* add(const ActionSpec& spec, std::function<void()> triggered);

  QAction* action(const QString& id) const;  // null when there is none
  struct Entry {
    ActionSpec spec;
    QAction* action;
  };
  const std::vector<Entry>& entries() const { return entries_; }

  // Sets all texts anew in the present language.
  void retranslate();

 private:
  static void translate(const Entry& entry);

  QWidget* window_;
  std::vector<Entry> entries_;
  QHash<QString, QAction*> byId_;
};

}  // namespace mrm

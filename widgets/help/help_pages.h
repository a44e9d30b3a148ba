// The pages of the built-in help: written ones in the window's language, and the list of keys,
// which is made from the actions.
#pragma once

#include <QString>
#include <QVector>

namespace mrm {

class ActionRegistry;

struct HelpPage {
  QString id;  // "pretrain": the file under resources/help/<language>/
  QString title;
  QString markdown;
};

// In the order of reading. A page that is not there in `language` ("de") is shown in English.
QVector<HelpPage> helpPages(const QString& language, const ActionRegistry& actions);

}  // namespace mrm

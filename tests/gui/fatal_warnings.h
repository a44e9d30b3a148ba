// Makes every warning that Qt (or VTK, through Qt's log) reports the failure of the test that
// caused it.
#pragma once

#include <gtest/gtest.h>

#include <QString>
#include <QtGlobal>

namespace mrm::testing {

inline QtMessageHandler& handlerBefore() {
  static QtMessageHandler handler = nullptr;
  return handler;
}

inline void failOnWarning(QtMsgType type, const QMessageLogContext& context,
                          const QString& message) {
  // Of the machine, not of the program: what the offscreen platform leaves out, and a login without
  // a session.
  const bool platformNote = message.startsWith(QLatin1String("QStandardPaths: XDG_RUNTIME_DIR")) ||
                            message.startsWith(QLatin1String("This plugin does not support"));
  if (!platformNote && (type == QtWarningMsg || type == QtCriticalMsg))
    ADD_FAILURE() << "logged: " << (context.category ? context.category : "") << ": "
                  << message.toStdString();
  if (handlerBefore()) handlerBefore()(type, context, message);
}

// Once, at the start of a GUI test program.
inline void makeWarningsFatal() {
  handlerBefore() = qInstallMessageHandler(failOnWarning);
}

}  // namespace mrm::testing

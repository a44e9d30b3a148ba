// Numbers, times and sizes as people read them, in the language's own form.
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <chrono>

namespace mrm {

class Format {
  Q_DECLARE_TR_FUNCTIONS(mrm::Format)
 public:
  static QString count(qint64 number);                       // 377,110
  static QString number(double value, int significant = 4);  // 0.4137, 1.5e-05; "–" for NaN
  static QString percent(double share);                      // 62%
  static QString rate(double perSecond);                     // 12.3 images/s; "–" below or at 0
  static QString duration(double seconds);                   // 2 h 10 min; "–" below 0
  static QString timeLeft(double seconds);                   // 2 h 10 min left; empty below 0
  static QString ago(std::chrono::system_clock::time_point time);  // 5 minutes ago, yesterday
  static QString fileSize(qint64 bytes);
};

// The sign for a value that is not there.
inline const QString kNoValue = QStringLiteral("–");

}  // namespace mrm

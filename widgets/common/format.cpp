#include "widgets/common/format.h"

#include <QLocale>
#include <cmath>

namespace mrm {

QString Format::count(qint64 value) {
  return QLocale().toString(value);
}

QString Format::number(double value, int significant) {
  if (!std::isfinite(value)) return kNoValue;
  const double size = std::abs(value);
  if (size != 0 && (size < 1e-3 || size >= 1e6))
    return QLocale().toString(value, 'e', std::max(1, significant - 2));
  const int whole = size >= 1 ? static_cast<int>(std::floor(std::log10(size))) + 1 : 1;
  return QLocale().toString(value, 'f', std::max(0, significant - whole + (size < 1 ? 1 : 0)));
}

QString Format::percent(double share) {
  if (!std::isfinite(share)) return kNoValue;
  //: A share in percent; %1 is the number.
  return tr("%1%").arg(QLocale().toString(std::floor(share * 100), 'f', 0));
}

QString Format::rate(double perSecond) {
  if (!(perSecond > 0)) return kNoValue;
  return tr("%1 images/s").arg(number(perSecond, 3));
}

QString Format::duration(double seconds) {
  if (!(seconds >= 0) || !std::isfinite(seconds)) return kNoValue;
  if (seconds < 59.5) return tr("%1 s").arg(qRound64(seconds));
  const qint64 minutes = qRound64(seconds / 60);
  if (minutes < 60) return tr("%1 min").arg(minutes);
  if (minutes < 48 * 60) return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
  return tr("%1 d %2 h").arg(minutes / 1440).arg(minutes % 1440 / 60);
}

QString Format::timeLeft(double seconds) {
  if (!(seconds >= 0) || !std::isfinite(seconds)) return {};
  return tr("%1 left").arg(duration(seconds));
}

QString Format::ago(std::chrono::system_clock::time_point time) {
  const auto past = QDateTime::fromMSecsSinceEpoch(
      std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count());
  const QDateTime now = QDateTime::currentDateTime();
  const qint64 seconds = past.secsTo(now);
  if (seconds < 60) return tr("just now");
  if (seconds < 3600) return tr("%n minute(s) ago", nullptr, static_cast<int>(seconds / 60));
  if (past.date() == now.date())
    return tr("today, %1").arg(QLocale().toString(past.time(), QLocale::ShortFormat));
  if (past.date().daysTo(now.date()) == 1)
    return tr("yesterday, %1").arg(QLocale().toString(past.time(), QLocale::ShortFormat));
  return QLocale().toString(past.date(), QLocale::ShortFormat);
}

QString Format::fileSize(qint64 bytes) {
  return QLocale().formattedDataSize(bytes, 1);
}

}  // namespace mrm

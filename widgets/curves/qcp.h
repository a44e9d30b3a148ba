// QCustomPlot, whose header uses Qt's keywords (signals, slots, foreach), which QT_NO_KEYWORDS
// takes away.
#pragma once

#include <QObject>
#include <QtGlobal>

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef foreach

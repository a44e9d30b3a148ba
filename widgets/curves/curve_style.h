// How each kind of curve is drawn: colour by series, line and marker by kind.
#pragma once

#include <QColor>

namespace mrm {

enum class CurveKind { ImageLoss, ReportLoss, TotalLoss, LearningRate, Speed };
enum class CurveLine { Training, Validation, Baseline };

QColor curveColor(CurveKind kind);
// The training curve unsmoothed: there, but behind.
QColor curveRawColor(CurveKind kind);

}  // namespace mrm

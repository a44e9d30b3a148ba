// An error as people see it: what happened, to which file or setting, what to do.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <exception>

#include "core/base/error.h"

namespace mrm {

struct ErrorText {
  Q_DECLARE_TR_FUNCTIONS(mrm::ErrorText)
 public:
  QString what, where, advice;
  QString details;  // shown on demand

  static ErrorText of(const std::exception& error);
  // For "Copy details": all parts, with the program's version. Holds no patient data, since errors
  // hold none.
  QString forClipboard() const;
  bool isEmpty() const { return what.isEmpty(); }
  bool operator==(const ErrorText&) const = default;
};

}  // namespace mrm

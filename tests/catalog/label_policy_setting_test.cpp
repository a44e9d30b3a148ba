#include "core/catalog/label_policy_setting.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace mrm {
namespace {

TEST(LabelPolicySetting, ComesBackAsItWasWritten) {
  const LabelPolicies policies{{"chexpert", {UncertainAs::One, BlankAs::Ignore}},
                               {"finding \"x\"", {UncertainAs::Keep, BlankAs::Zero}}};
  const LabelPolicies read = readLabelPolicies(writeLabelPolicies(policies), "catalog.db");
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read.at("chexpert").uncertain, UncertainAs::One);
  EXPECT_EQ(read.at("chexpert").blank, BlankAs::Ignore);
  EXPECT_EQ(read.at("finding \"x\"").uncertain, UncertainAs::Keep);
  EXPECT_TRUE(readLabelPolicies("", "catalog.db").empty());
}

TEST(LabelPolicySetting, WhatIsNoneIsANamedError) {
  for (const char* json :
       {"[]", "{", "{\"a\": 1}", R"({"a": {"uncertain": "two", "blank": "zero"}})",
        R"({"a": {"uncertain": 5, "blank": "zero"}})", R"({"a": {"uncertain": "one"}})"})
    EXPECT_THROW(readLabelPolicies(json, "catalog.db"), Error) << json;
}

}  // namespace
}  // namespace mrm

// What a search looks for in a report, and the places that are marked.
#include "widgets/models/search_terms.h"

#include <gtest/gtest.h>

namespace mrm {
namespace {

QStringList marked(const QString& text, const QString& search) {
  QStringList parts;
  for (const TextHit& hit : findHits(text, searchTerms(search)))
    parts << text.mid(hit.begin, hit.length);
  return parts;
}

TEST(SearchTerms, WordsPhrasesBeginningsAndOtherFieldsAreTold) {
  const auto terms =
      searchTerms("Pleural \"left  effusion\" cardio* patient:17 file:\"a b\" study:9");
  ASSERT_EQ(terms.size(), 3);
  EXPECT_EQ(terms[0], (SearchTerm{"pleural", false}));
  EXPECT_EQ(terms[1], (SearchTerm{"left effusion", false}));
  EXPECT_EQ(terms[2], (SearchTerm{"cardio", true}));
  EXPECT_TRUE(searchTerms("").isEmpty());
  EXPECT_TRUE(searchTerms("  \" ").isEmpty());
  EXPECT_TRUE(searchTerms("* \"\" -").isEmpty());
}

TEST(SearchTerms, WholeWordsAreMarkedWhateverTheirCaseAndAccents) {
  EXPECT_EQ(marked("No effusion. EFFUSIONS; Effusión", "effusion"),
            (QStringList{"effusion", "Effusión"}));
  EXPECT_EQ(marked("Effusion and effusions", "effus*"), (QStringList{"Effusion", "effusions"}));
  EXPECT_EQ(marked("Verschattung rechts, größer", "GROSSER"), QStringList());
  EXPECT_EQ(marked("Größer", "grö*"), QStringList{"Größer"});
}

TEST(SearchTerms, APhraseIsFoundAcrossSignsAndLines) {
  EXPECT_EQ(marked("the left\npleural effusion", "\"left pleural\""), QStringList{"left\npleural"});
  EXPECT_EQ(marked("left, pleural", "\"left pleural\""), QStringList{"left, pleural"});
  EXPECT_EQ(marked("left basal pleural", "\"left pleural\""), QStringList());
}

TEST(SearchTerms, PlacesThatOverlapAreMarkedOnce) {
  EXPECT_EQ(marked("left pleural effusion", "pleural \"left pleural effusion\" eff*"),
            QStringList{"left pleural effusion"});
}

}  // namespace
}  // namespace mrm

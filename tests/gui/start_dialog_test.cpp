// The dialog that starts a pre-training: what is typed is checked at once, and what is shown is
// what is run.
#include <gtest/gtest.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

#include "core/options/yaml.h"
#include "tests/gui/window_fixture.h"
#include "tests/train/small_data_set.h"
#include "widgets/common/notice.h"
#include "widgets/forms/option_field.h"
#include "widgets/forms/option_form.h"
#include "widgets/forms/option_text.h"
#include "widgets/models/worker.h"
#include "widgets/pretrain/start_dialog.h"

namespace mrm {
namespace {

using testing::waitFor;

class Start : public testing::WindowFixture {
 protected:
  Start() {
    project_.records = testing::writeSmallDataSet(folder_.path() / "data", 40);
    project_.columns = {"image", "report", "patient_id"};
    saveProject(project_);
  }

  StartDialog& open() {
    dialog_ = std::make_unique<StartDialog>(project_);
    dialog_->show();
    EXPECT_TRUE(waitFor([&] { return text("plan").contains("40 records"); }))
        << text("plan").toStdString();
    return *dialog_;
  }
  QString text(const char* label) const { return dialog_->findChild<QLabel*>(label)->text(); }
  OptionField* field(const char* name) const { return dialog_->form()->field(name); }
  // As a person does: the old text is selected and typed over, key by key.
  void type(const char* name, const QString& value) const {
    dialog_->form()->scrollTo(field(name));
    auto* line = qobject_cast<QLineEdit*>(field(name)->editor());
    ASSERT_NE(line, nullptr) << name;
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, value);
    ASSERT_EQ(line->text(), value);
  }
  void choose(const char* name, const QString& value) const {
    dialog_->form()->scrollTo(field(name));
    auto* combo = qobject_cast<QComboBox*>(field(name)->editor());
    ASSERT_NE(combo, nullptr) << name;
    QTest::keyClick(combo, Qt::Key_Home);
    while (combo->currentData().toString() != value) {
      const int before = combo->currentIndex();
      QTest::keyClick(combo, Qt::Key_Down);
      ASSERT_NE(combo->currentIndex(), before) << value.toStdString() << " is no choice";
    }
  }
  void usePreset(const char* id) const {
    auto* button = dialog_->findChild<QRadioButton*>(QString("preset:") + id);
    ASSERT_NE(button, nullptr);
    QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(10, button->height() / 2));
    ASSERT_TRUE(button->isChecked());
  }
  // The explanation as it stands on the screen, inside the field; empty when there is none.
  QString explanation(const char* name) const {
    const QString& problem = field(name)->problem();
    for (const auto* label : field(name)->findChildren<QLabel*>())
      if (!problem.isEmpty() && label->text() == problem && label->isVisible() &&
          field(name)->rect().contains(label->geometry()) &&
          label->y() >= field(name)->editor()->geometry().bottom())
        return problem;
    return {};
  }
  // What stands in the field, as options hold it.
  static std::string shownValue(const OptionField& field) {
    if (const auto* line = qobject_cast<QLineEdit*>(field.editor()))
      return OptionText::typed(field.option(), line->text());
    if (const auto* combo = qobject_cast<QComboBox*>(field.editor()))
      return combo->currentData().toString().toStdString();
    return qobject_cast<QCheckBox*>(field.editor())->isChecked() ? "true" : "false";
  }

  std::unique_ptr<StartDialog> dialog_;
};

TEST_F(Start, ExplainsWhatIsWrongBesideTheFieldAsOneTypes) {
  open();
  const struct {
    const char *name, *typed, *explained;
  } cases[] = {
      {"masking.image_ratio", "1.5", "Between 0.01 and 0.99."},
      {"masking.image_ratio", "-1", "Between 0.01 and 0.99."},
      {"masking.report_ratio", "half", "This is not a number."},
      {"masking.report_ratio", "nan", "not"},
      {"masking.report_ratio", "", "A number is needed here."},
      {"recipe.epochs", "1e99", "Between"},
      {"recipe.epochs", "inf", "Between"},
      {"recipe.batch", "0", "Between 1 and 65,536."},
      {"recipe.batch", "2.5", "A whole number is needed here."},
      {"recipe.batch", "99999999999999999999", "Between"},
      {"data.vocabulary_size", "99", "Between 100 and 1,000,000."},
      {"recipe.beta2", "1", "Between 0 and 0.99999."},  // of the folded ones
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(std::string(c.name) + " = " + c.typed);
    const QString before = qobject_cast<QLineEdit*>(field(c.name)->editor())->text();
    ASSERT_TRUE(dialog_->startButton()->isEnabled());
    type(c.name, c.typed);
    testing::passTime(0);
    EXPECT_TRUE(explanation(c.name).contains(c.explained))
        << '"' << explanation(c.name).toStdString() << '"';
    EXPECT_FALSE(dialog_->startButton()->isEnabled());
    EXPECT_TRUE(
        field(c.name)->editor()->accessibleDescription().startsWith(field(c.name)->problem()));
    type(c.name, before);
    EXPECT_TRUE(field(c.name)->problem().isEmpty()) << field(c.name)->problem().toStdString();
    EXPECT_TRUE(dialog_->startButton()->isEnabled());
  }
}

TEST_F(Start, TheMessageAtTheBottomLeadsToTheFirstFieldThatIsWrong) {
  open();
  auto* first = dialog_->findChild<QPushButton*>("firstProblem");
  EXPECT_FALSE(first->isVisible());
  type("recipe.beta2", "7");
  type("recipe.batch", "0");
  dialog_->form()->scrollTo(field("data.vocabulary_size"));
  EXPECT_TRUE(first->isVisible());
  EXPECT_TRUE(first->text().startsWith("2 settings need attention: Batch"))
      << first->text().toStdString();
  QTest::mouseClick(first, Qt::LeftButton);
  EXPECT_TRUE(field("recipe.batch")->editor()->hasFocus() || !dialog_->isActiveWindow());
  EXPECT_FALSE(field("recipe.batch")->editor()->visibleRegion().isEmpty());
  type("recipe.batch", "8");
  EXPECT_TRUE(first->text().startsWith("1 setting needs attention: Beta 2"))
      << first->text().toStdString();
}

TEST_F(Start, SizesThatDoNotFitTogetherAreSaidAndCannotBeStarted) {
  open();
  choose("model.size", "tiny");
  type("model.width", "130");
  auto* first = dialog_->findChild<QPushButton*>("firstProblem");
  EXPECT_FALSE(dialog_->startButton()->isEnabled());
  EXPECT_TRUE(first->isVisible());
  EXPECT_TRUE(first->text().contains("not a multiple of 4")) << first->text().toStdString();
  type("model.width", "64");
  EXPECT_TRUE(dialog_->startButton()->isEnabled());
}

TEST_F(Start, NumbersAreTypedAndExplainedAsInTheWindowsLanguage) {
  setLanguage("de");
  dialog_ = std::make_unique<StartDialog>(project_);
  dialog_->show();
  EXPECT_EQ(qobject_cast<QLineEdit*>(field("masking.image_ratio")->editor())->text(), "0,75");
  type("masking.image_ratio", "0,6");
  EXPECT_TRUE(field("masking.image_ratio")->isValid());
  EXPECT_EQ(field("masking.image_ratio")->option().text(), "0.6");
  type("masking.image_ratio", "1,5");
  EXPECT_TRUE(explanation("masking.image_ratio").contains("0,01"))
      << explanation("masking.image_ratio").toStdString();
}

TEST_F(Start, APresetSetsAllItsValuesAndListsWhatIsChangedFromIt) {
  open();
  for (const PretrainPreset& preset : pretrainPresets()) {
    SCOPED_TRACE(preset.id);
    type("recipe.epochs", "-3");  // an invalid value goes with the preset it was typed into
    usePreset(preset.id.c_str());
    EXPECT_TRUE(dialog_->form()->isValid());
    EXPECT_TRUE(dialog_->startButton()->isEnabled());
    PretrainOptions expected;
    OptionSet set;
    expected.declare(set);
    readYaml(preset.yaml, preset.id, set);
    for (const Option& option : set.options()) {
      const OptionField* shown = dialog_->form()->field(QString::fromStdString(option.name()));
      if (!shown) continue;
      EXPECT_EQ(shown->option().text(), option.text()) << option.name();
      EXPECT_EQ(shownValue(*shown), option.text()) << option.name();
    }
    EXPECT_FALSE(dialog_->findChild<QLabel*>("differences")->isVisible());
    type("recipe.epochs", "7");
    EXPECT_TRUE(dialog_->findChild<QLabel*>("differences")->isVisible());
    EXPECT_TRUE(text("differences").contains("Epochs: ")) << text("differences").toStdString();
    EXPECT_TRUE(text("differences").contains("→ 7<")) << text("differences").toStdString();
  }
}

TEST_F(Start, ATableThatCannotBeReadIsSaid) {
  std::filesystem::remove(project_.records);
  dialog_ = std::make_unique<StartDialog>(project_);
  dialog_->show();
  ASSERT_TRUE(waitFor([&] { return dialog_->notice()->isVisible(); }));
  EXPECT_TRUE(dialog_->notice()->content().where.contains("records.csv"));
}

TEST_F(Start, TheRunHasExactlyTheOptionsThatAreShown) {
  if (Worker::program().isEmpty()) GTEST_SKIP() << "the program 'mrm' is not built";
  open();
  usePreset("cpu-trial");
  choose("model.size", "tiny");
  for (const auto& [name, value] : {std::pair{"model.image_size", "32"},
                                    {"model.patch_size", "8"},
                                    {"model.width", "32"},
                                    {"model.depth", "1"},
                                    {"model.heads", "2"},
                                    {"model.decoder_width", "32"},
                                    {"model.decoder_depth", "1"},
                                    {"model.decoder_heads", "2"},
                                    {"model.report_width", "32"},
                                    {"model.report_depth", "1"},
                                    {"model.report_heads", "2"},
                                    {"model.report_length", "20"},
                                    {"model.report_intermediate", "64"},
                                    {"data.vocabulary_size", "120"},
                                    {"masking.image_ratio", "0.6125"},
                                    {"recipe.base_rate", "1.5e-3"},
                                    {"recipe.batch", "8"},
                                    {"recipe.steps", "2"},
                                    {"recipe.seed", "77"},
                                    {"run.threads", "1"}})
    type(name, value);
  choose("masking.report_loss", "masked");
  choose("run.device", "cpu");
  auto* flip = qobject_cast<QCheckBox*>(field("recipe.flip")->editor());
  dialog_->form()->scrollTo(field("recipe.flip"));
  QTest::keyClick(flip, Qt::Key_Space);
  EXPECT_TRUE(flip->isChecked());
  dialog_->name()->selectAll();
  QTest::keyClicks(dialog_->name(), "my first / run");

  std::map<std::string, std::string> shown;
  for (const auto* one : dialog_->form()->findChildren<OptionField*>())
    shown[one->option().name()] = shownValue(*one);
  QString folder;
  QObject::connect(dialog_.get(), &StartDialog::started,
                   [&](const QString& path) { folder = path; });
  QTest::mouseClick(dialog_->startButton(), Qt::LeftButton);
  EXPECT_FALSE(dialog_->startButton()->isEnabled());  // once
  ASSERT_TRUE(waitFor([&] { return !folder.isEmpty(); }))
      << dialog_->notice()->content().what.toStdString();
  EXPECT_FALSE(dialog_->isVisible());

  const RunPaths run(folder.toStdString());
  EXPECT_EQ(run.root, project_.runsFolder() / "my-first-run");
  PretrainOptions options;
  OptionSet set;
  options.declare(set);
  readYaml(readFile(run.config(), kYamlLimit), run.config().string(), set);
  EXPECT_GT(shown.size(), 40u);
  for (const auto& [name, value] : shown) {
    Option& option = set.at(name);
    const std::string written = option.text();
    option.set(value);  // "1.5e-3" is 0.0015
    EXPECT_EQ(written, option.text()) << name;
  }
  EXPECT_EQ(options.data.records, project_.records);
  EXPECT_EQ(options.data.patientColumn, "patient_id");
  // The worker takes them, too.
  EXPECT_TRUE(waitFor([&] { return readStatus(run).state == RunState::Finished; }, 60000))
      << readStatus(run).error;
  EXPECT_EQ(readStatus(run).step, 2);
}

}  // namespace
}  // namespace mrm

#include "core/text/openi_xml.h"

#include <cstring>
#include <pugixml.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/printable.h"
#include "core/base/utf8.h"
#include "core/text/report_sections.h"

namespace mrm {
namespace {

constexpr int kDeepest = 32;                 // real files have 7 levels
constexpr std::size_t kMostNodes = 100'000;  // of a file
constexpr std::size_t kMostImages = 1000;
constexpr const char* kAdvice = "Is this a report of the Open-I collection?";

// Counts the document's nodes and their depth without recursion.
void checkShape(const pugi::xml_node& root, const std::string& name) {
  std::size_t nodes = 0;
  int depth = 0;
  for (pugi::xml_node node = root; node;) {
    if (++nodes > kMostNodes)
      throw Error("has more than " + std::to_string(kMostNodes) + " parts", name, kAdvice);
    if (node.type() == pugi::node_doctype)
      throw Error("has a document type declaration, which is not read", name, kAdvice);
    if (node.first_child()) {
      if (++depth > kDeepest)
        throw Error("is nested deeper than " + std::to_string(kDeepest) + " levels", name, kAdvice);
      node = node.first_child();
      continue;
    }
    while (node && node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (!node || node == root) break;
    node = node.next_sibling();
  }
}

// All text inside the node, that of nested tags (<i>, <sup>) with it.
std::string textOf(const pugi::xml_node& node) {
  struct Collector : pugi::xml_tree_walker {
    bool for_each(pugi::xml_node& part) override {
      if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) {
        if (!text.empty()) text += ' ';
        text += part.value();
      }
      return true;
    }
    std::string text;
  } collector;
  pugi::xml_node copy = node;
  copy.traverse(collector);
  return withSingleBlanks(collector.text);
}

std::string upperCase(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c & ~0x20);
  return text;
}

}  // namespace

OpenIReport parseOpenI(std::string_view xml, const std::string& name) {
  if (xml.size() > kOpenIFileLimit)
    throw Error("is larger than the " + std::to_string(kOpenIFileLimit) + " bytes allowed here",
                name, kAdvice);
  pugi::xml_document document;
  // Entities of a declaration are never expanded; the declaration is kept as a node to be refused.
  const pugi::xml_parse_result parsed =
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_doctype);
  if (!parsed && parsed.status != pugi::status_no_document_element)
    throw Error(std::string("is no valid XML (") + parsed.description() + " at byte " +
                    std::to_string(parsed.offset) + ")",
                name, kAdvice);
  checkShape(document, name);
  const pugi::xml_node root = document.child("eCitation");
  if (!root) throw Error("has no element eCitation", name, kAdvice);
  const pugi::xml_node abstract = root.child("MedlineCitation").child("Article").child("Abstract");
  if (!abstract) throw Error("holds no report (no element Abstract)", name, kAdvice);

  OpenIReport report;
  report.id = withSingleBlanks(root.child("uId").attribute("id").value());
  for (const pugi::xml_node& part : abstract.children("AbstractText")) {
    const std::string text = textOf(part);
    if (text.empty()) continue;
    const std::string label = upperCase(withSingleBlanks(part.attribute("Label").value()));
    if (!report.text.empty()) report.text += '\n';
    if (!label.empty()) report.text += label + ": ";
    report.text += text;
  }
  for (const pugi::xml_node& image : root.children("parentImage")) {
    if (report.images.size() == kMostImages)
      throw Error("names more than " + std::to_string(kMostImages) + " images", name, kAdvice);
    report.images.push_back(
        {withSingleBlanks(image.attribute("id").value()), textOf(image.child("caption"))});
  }
  const pugi::xml_node terms = root.child("MeSH");
  for (const pugi::xml_node& term : terms.children("major"))
    report.majorTerms.push_back(textOf(term));
  for (const pugi::xml_node& term : terms.children("automatic"))
    report.automaticTerms.push_back(textOf(term));
  return report;
}

OpenIReport readOpenI(const std::filesystem::path& file) {
  return parseOpenI(readFile(file, kOpenIFileLimit), file.string());
}

}  // namespace mrm

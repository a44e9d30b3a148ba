<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>mrm::CatalogFacetModel</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::CatalogText</name>
    <message numerus="yes">
        <source>%Ln patient(s) in two splits</source>
        <translation>
            <numerusform>%Ln patient in two splits</numerusform>
            <numerusform>%Ln patients in two splits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) in two splits</source>
        <translation>
            <numerusform>%Ln image in two splits</numerusform>
            <numerusform>%Ln images in two splits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) more than once</source>
        <translation>
            <numerusform>%Ln image more than once</numerusform>
            <numerusform>%Ln images more than once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es) without positives in a split</source>
        <translation>
            <numerusform>%Ln class without positives in a split</numerusform>
            <numerusform>%Ln classes without positives in a split</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) that look inverted</source>
        <translation>
            <numerusform>%Ln image that looks inverted</numerusform>
            <numerusform>%Ln images that look inverted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln record(s)</source>
        <translation>
            <numerusform>Import %Ln record</numerusform>
            <numerusform>Import %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exclude %Ln record(s)</source>
        <translation>
            <numerusform>Exclude %Ln record</numerusform>
            <numerusform>Exclude %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln record(s)</source>
        <translation>
            <numerusform>Restore %Ln record</numerusform>
            <numerusform>Restore %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Quarantine %Ln record(s)</source>
        <translation>
            <numerusform>Quarantine %Ln record</numerusform>
            <numerusform>Quarantine %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set view %1 of %Ln record(s)</source>
        <translation>
            <numerusform>Set view %1 of %Ln record</numerusform>
            <numerusform>Set view %1 of %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set split %1 of %Ln record(s)</source>
        <translation>
            <numerusform>Set split %1 of %Ln record</numerusform>
            <numerusform>Set split %1 of %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Split %Ln record(s) %1</source>
        <translation>
            <numerusform>Split %Ln record %1</numerusform>
            <numerusform>Split %Ln records %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add tag %1 to %Ln record(s)</source>
        <translation>
            <numerusform>Add tag %1 to %Ln record</numerusform>
            <numerusform>Add tag %1 to %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove tag %1 from %Ln record(s)</source>
        <translation>
            <numerusform>Remove tag %1 from %Ln record</numerusform>
            <numerusform>Remove tag %1 from %Ln records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::CheckPage</name>
    <message numerus="yes">
        <source>%n finding(s) to look at</source>
        <translation>
            <numerusform>%n finding to look at</numerusform>
            <numerusform>%n findings to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::CooccurrenceModel</name>
    <message numerus="yes">
        <source>%1: %n record(s)</source>
        <translation>
            <numerusform>%1: %n record</numerusform>
            <numerusform>%1: %n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %2: %n record(s), %3 of those with %1</source>
        <translation>
            <numerusform>%1 and %2: %n record, %3 of those with %1</numerusform>
            <numerusform>%1 and %2: %n records, %3 of those with %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::DataStage</name>
    <message numerus="yes">
        <source>%Ln image(s) read</source>
        <translation>
            <numerusform>%Ln image read</numerusform>
            <numerusform>%Ln images read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them cannot be used</source>
        <translation>
            <numerusform>%Ln of them cannot be used</numerusform>
            <numerusform>%Ln of them cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s)</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln record(s)</source>
        <translation>
            <numerusform>%1 of %Ln record</numerusform>
            <numerusform>%1 of %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quarantined</source>
        <translation>
            <numerusform>%Ln quarantined</numerusform>
            <numerusform>%Ln quarantined</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%Ln record(s))</source>
        <translation>
            <numerusform>(%Ln record)</numerusform>
            <numerusform>(%Ln records)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln can be used again</source>
        <translation>
            <numerusform>%Ln can be used again</numerusform>
            <numerusform>%Ln can be used again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still cannot</source>
        <translation>
            <numerusform>%Ln still cannot</numerusform>
            <numerusform>%Ln still cannot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them only after a new import</source>
        <translation>
            <numerusform>%Ln of them only after a new import</numerusform>
            <numerusform>%Ln of them only after a new import</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::DisplayChoice</name>
    <message numerus="yes">
        <source>%n table(s)</source>
        <translation>
            <numerusform>%n table</numerusform>
            <numerusform>%n tables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::DistributionView</name>
    <message numerus="yes">
        <source>%Ln rarer not shown</source>
        <translation>
            <numerusform>%Ln rarer not shown</numerusform>
            <numerusform>%Ln rarer not shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::FindingsView</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::Format</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::ImageReader</name>
    <message numerus="yes">
        <source>%n image(s) read</source>
        <translation>
            <numerusform>%n image read</numerusform>
            <numerusform>%n images read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n quarantined: the records say why</source>
        <translation>
            <numerusform>%n quarantined: the record says why</numerusform>
            <numerusform>%n quarantined: the records say why</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n look inverted</source>
        <translation>
            <numerusform>%n looks inverted</numerusform>
            <numerusform>%n look inverted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::ImagesPage</name>
    <message numerus="yes">
        <source>%Ln image(s) look inverted against their neighbours; a click shows them.</source>
        <translation>
            <numerusform>%Ln image looks inverted against its neighbours; a click shows it.</numerusform>
            <numerusform>%Ln images look inverted against their neighbours; a click shows them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln are here; the checks list all of them.</source>
        <translation>
            <numerusform>The first one is here; the checks list all of them.</numerusform>
            <numerusform>The first %Ln are here; the checks list all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) were not read yet.</source>
        <translation>
            <numerusform>%Ln image was not read yet.</numerusform>
            <numerusform>%Ln images were not read yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::ImportText</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to quarantine</source>
        <translation>
            <numerusform>%n to quarantine</numerusform>
            <numerusform>%n to quarantine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s)</source>
        <translation>
            <numerusform>%n patient</numerusform>
            <numerusform>%n patients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) added</source>
        <translation>
            <numerusform>%n record added</numerusform>
            <numerusform>%n records added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) updated</source>
        <translation>
            <numerusform>%n record updated</numerusform>
            <numerusform>%n records updated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) unchanged</source>
        <translation>
            <numerusform>%n record unchanged</numerusform>
            <numerusform>%n records unchanged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of them quarantined, each with its reason</source>
        <translation>
            <numerusform>%n record of them quarantined, with its reason</numerusform>
            <numerusform>%n records of them quarantined, each with its reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) no longer in the source, now quarantined</source>
        <translation>
            <numerusform>%n record no longer in the source, now quarantined</numerusform>
            <numerusform>%n records no longer in the source, now quarantined</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::MainWindow</name>
    <message numerus="yes">
        <source>%n run(s) failed or interrupted</source>
        <translation>
            <numerusform>%n run failed or interrupted</numerusform>
            <numerusform>%n runs failed or interrupted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) set aside</source>
        <translation>
            <numerusform>%n record set aside</numerusform>
            <numerusform>%n records set aside</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::PreviewView</name>
    <message numerus="yes">
        <source>%1 of %n hidden word(s) restored</source>
        <translation>
            <numerusform>%1 of %n hidden word restored</numerusform>
            <numerusform>%1 of %n hidden words restored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::ReportsPage</name>
    <message numerus="yes">
        <source>%n word(s), of what serves in the place of missing sections</source>
        <translation>
            <numerusform>%n word, of what serves in the place of missing sections</numerusform>
            <numerusform>%n words, of what serves in the place of missing sections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n word</numerusform>
            <numerusform>%n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::RunView</name>
    <message numerus="yes">
        <source>%n line(s) of metrics.jsonl could not be read and are left out.</source>
        <translation>
            <numerusform>%n line of metrics.jsonl could not be read and are left out.</numerusform>
            <numerusform>%n lines of metrics.jsonl could not be read and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::RunsStrip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::SettingsPage</name>
    <message numerus="yes">
        <source>%n setting(s) need(s) attention</source>
        <translation>
            <numerusform>%n setting needs attention</numerusform>
            <numerusform>%n settings need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::SplitsPage</name>
    <message numerus="yes">
        <source>Applying changes the split of %n record(s). It can be undone.</source>
        <translation>
            <numerusform>Applying changes the split of %n record. It can be undone.</numerusform>
            <numerusform>Applying changes the split of %n records. It can be undone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The split of %n record(s) was changed.</source>
        <translation>
            <numerusform>The split of %n record was changed.</numerusform>
            <numerusform>The split of %n records was changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) block(s) training</source>
        <translation>
            <numerusform>%n check blocks training</numerusform>
            <numerusform>%n checks block training</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) of the checks</source>
        <translation>
            <numerusform>%n remark of the checks</numerusform>
            <numerusform>%n remarks of the checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::StartDialog</name>
    <message numerus="yes">
        <source>%n setting(s) need(s) attention: %1</source>
        <translation>
            <numerusform>%n setting needs attention: %1</numerusform>
            <numerusform>%n settings need attention: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to the preset</source>
        <translation>
            <numerusform>%n change to the preset</numerusform>
            <numerusform>%n changes to the preset</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::StartPlan</name>
    <message numerus="yes">
        <source>%n record(s): %1 to learn from, %2 held back to measure progress</source>
        <translation>
            <numerusform>%n record: %1 to learn from, %2 held back to measure progress</numerusform>
            <numerusform>%n records: %1 to learn from, %2 held back to measure progress</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) cannot be used; the stage Data says why</source>
        <translation>
            <numerusform>%n record cannot be used; the stage Data says why</numerusform>
            <numerusform>%n records cannot be used; the stage Data says why</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::TargetPage</name>
    <message numerus="yes">
        <source>Import %n record(s)</source>
        <translation>
            <numerusform>Import %n record</numerusform>
            <numerusform>Import %n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mrm::VocabularyPage</name>
    <message numerus="yes">
        <source>%1, %n time(s)</source>
        <translation>
            <numerusform>%1, %n time</numerusform>
            <numerusform>%1, %n times</numerusform>
        </translation>
    </message>
</context>
</TS>

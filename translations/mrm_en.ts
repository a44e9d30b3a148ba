<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>mrm::DataStage</name>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n set aside</source>
        <translation>
            <numerusform>%n set aside</numerusform>
            <numerusform>%n set aside</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
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
    <name>mrm::NewProjectDialog</name>
    <message numerus="yes">
        <source>%n record(s) can be used.</source>
        <translation>
            <numerusform>%n record can be used.</numerusform>
            <numerusform>%n records can be used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) will be set aside; the first, record %1: %2</source>
        <translation>
            <numerusform>%n record will be set aside; the first, record %1: %2</numerusform>
            <numerusform>%n records will be set aside; the first, record %1: %2</numerusform>
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
</TS>

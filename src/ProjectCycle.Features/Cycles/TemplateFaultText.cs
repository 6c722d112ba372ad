using System.Globalization;

namespace ProjectCycle.Features.Cycles;

/// <summary>
/// The English sentences for faults of a template. English alone: they are read by whoever edits the file, together with the
/// keys, which are English too.
/// </summary>
internal static class TemplateFaultText
{
    private static readonly Dictionary<string, string> Sentences = new()
    {
        // The file
        ["not-yaml"] = "the YAML cannot be read from here on: {0}",
        ["duplicate-key"] = "a key is written twice in the same place",
        ["empty-file"] = "the file is empty",
        ["several-documents"] = "the file holds {0} documents separated by '---'; one template is one file",
        ["too-large"] = "the file is longer than {0} characters",
        ["too-deep"] = "the file is nested deeper than {0} levels",
        ["alias"] = "aliases (*name) are not used in templates: write the value out",
        ["not-utf8"] = "the file is not UTF-8 text",
        ["wrong-extension"] = "the file is ignored unless its name ends in .yaml",
        ["no-folder"] = "the folder does not exist",
        ["same-template-twice"] = "version {1} of '{0}' is already in {2}; give this file another id or a higher version",

        // Shape
        ["unknown-key"] = "'{0}' is not a key of a {1}; known are: {2}",
        ["missing-key"] = "'{0}' is missing from this {1}",
        ["not-a-map"] = "a {0} must be a mapping of keys to values",
        ["not-a-list"] = "'{0}' must be a list",
        ["not-a-text"] = "'{0}' must be a single text",
        ["not-a-local-text"] = "'{0}' must give both languages, as {{ en: ..., id: ... }}",
        ["not-a-number"] = "'{0}' must be a whole number, not '{1}'",
        ["not-a-decimal"] = "'{0}' must be a number such as 80 or 1.6, not '{1}'",
        ["unknown-word"] = "'{1}' is not a value of '{0}'; known are: {2}",

        // Meaning
        ["bad-code"] = "'{0}' is not a usable code: small letters, digits and single dashes, beginning with a letter, and not 'previous'",
        ["bad-version"] = "the version must be 1 or more, not {0}",
        ["missing-text"] = "the text is missing in language '{0}'",
        ["duplicate-code"] = "the code '{0}' is used twice",
        ["out-of-range"] = "{0} is outside {1} to {2}",
        ["stage-only"] = "'{0}' belongs to stages only, and '{1}' is not a stage",
        ["deadline-length"] = "the deadline '{0}' must be counted in one of 'days', 'workingDays' and 'months'",
        ["unknown-basis"] = "'{0}' is not a date a deadline can be counted from; known are: entry, {1}, due:RULE, done:RULE",
        ["unknown-rule"] = "no deadline '{0}' stands before this one and comes once; known here are: {1}",
        ["recurring-terms"] = "the deadline '{0}' comes back with 'every' and must be counted from one date, without 'endOf'",
        ["bad-reminders"] = "the reminders ({0}) must go down from largest to smallest and lie between {1} and -{1} days",
        ["one-sided-scale"] = "a rating scale needs a successful and an unsuccessful grade; leave it out where the partner sets none",
        ["scale-order"] = "the grade '{0}' means success but stands below one that does not: list grades from best to worst",
        ["cut-off-order"] = "'{0}' ({1}) must lie below '{2}' ({3}): the worse class ends where the better one begins",
        ["no-ratio-cut-off"] = "with 'scheduleBy: ratio' the cut-off 'ratioBehind' must be given: no usual one is known",
        ["no-roles"] = "at least one role must be named, else nobody could ever do it",
        ["cannot-supply"] = "the role '{0}' is named here, but may not supply '{1}': see its confirmedBy or recordedBy, and the rights of the role",
        ["unknown-document-kind"] = "'{0}' is not among the documentKinds of this template: {1}",
        ["unknown-checklist-item"] = "'{0}' is not in the checklist of this template: {1}",
        ["unknown-authority"] = "'{0}' is not among the authorities of this template: {1}",
        ["unknown-field"] = "'{0}' is not a field of a project; known are: {1}",
        ["unknown-date"] = "'{0}' is not a date of a project; known are: {1}",
        ["unknown-work"] = "'{0}' is not a part of the work; known are: {1}",
        ["unknown-state"] = "there is no state '{0}'; known are: {1}",
        ["start-not-stage"] = "a project must start in a stage, and '{0}' is not one",
        ["bad-parent"] = "'{0}' cannot stand in '{1}': only stages and groups stand in a group",
        ["parent-cycle"] = "'{0}' stands in itself, by way of its groups",
        ["bad-source"] = "'{0}' cannot start from '{1}', which is a {2} state",
        ["bad-destination"] = "'{0}' cannot lead to '{1}', which is a {2} state",
        ["bad-previous"] = "'{0}' cannot lead to 'previous': only 'resume' and 'reopen' do",
        ["bad-destination-count"] = "'{0}' must lead to one state (a return to one or more), not to {1}",
        ["wrong-direction"] = "'{0}' from '{1}' to '{2}' goes the wrong way: stages are worked in the order in which they are listed",
        ["duplicate-move"] = "there is already a '{0}' from '{1}' with this destination or without a choice of one",
        ["no-closed-state"] = "no state is of kind 'closed', so that a project could never end",
        ["unreachable-stage"] = "the stage '{0}' cannot be reached from the start '{1}'",
        ["no-way-on"] = "the stage '{0}' has neither an 'advance' nor a 'close' out of it",
        ["no-way-to-closed"] = "from the stage '{0}' no way leads to a closed state",
        ["guarded-on-ancestor"] = "'{0}' is given both for '{1}' and for its group '{2}', with a gate: it must be given once",
    };

    /// <summary>The sentence; a code without one is a bug.</summary>
    public static string Word(string code, params object[] args) =>
        string.Format(CultureInfo.InvariantCulture, Sentences[code], args);
}

using System.Globalization;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Evidence;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Evidence;

/// <summary>The words of a pack's index, in the pack's language.</summary>
internal sealed class EvidenceTexts(EvidencePack pack)
{
    private static readonly string[] ColumnKeys = ["Code", "Condition", "Standing", "Kind", "Title", "Details", "By", "At", "File", "Size", "Hash"];
    private readonly WorkbookTexts _words = new(pack.Language);
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(pack.Language);

    public string this[string key] => _words[$"Pack.{key}"];

    /// <summary>Heads of the index, in the order of its cells.</summary>
    public IReadOnlyList<string> Columns => [.. ColumnKeys.Select(key => this[$"Column.{key}"])];

    public string Standing(PackCondition condition) => this[condition.IsMet ? "Met" : "Unmet"];

    public string Kind(PackEvidence evidence) => _words.Of<EvidenceKind>(evidence.Kind)!;

    public string Title(PackEvidence evidence) => evidence.Kind switch
    {
        EvidenceKind.Field => this[$"Field.{evidence.Title}"],
        EvidenceKind.Work => this[$"Work.{evidence.Title}"],
        _ => evidence.Title,
    };

    /// <summary>Version, outcome, letter, date, amounts and note, those that there are.</summary>
    public string Details(PackEvidence evidence)
    {
        IEnumerable<string?> parts =
        [
            evidence.Version is { } version ? $"{_words["Version"]} {version.ToString(_culture)}" : null,
            _words.Of(evidence.Outcome),
            evidence.LetterNumber,
            evidence.On is { } on ? Date(on) : null,
            .. evidence.Amounts.Select(amount => $"{amount.Currency.Code} {amount.Amount.ToString($"N{amount.Currency.ShownDecimals}", _culture)}"),
            evidence.Entries is { } entries ? string.Create(_culture, $"{this["Entries"]} {entries}") : null,
            evidence.Note,
            .. evidence.FollowUps.Select(FollowUp),
        ];
        return string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private string FollowUp(PackFollowUp asked)
    {
        var due = asked.DueOn is { } on ? $" ({this["Due"]} {Date(on)})" : "";
        return $"{this["Condition"]}: {asked.Text}{due}, {(asked.MetOn is { } met ? $"{this["MetOn"]} {Date(met)}" : this["Open"])}";
    }

    public string At(PackEvidence evidence) => evidence.At is { } at ? Instant(at) : "";

    public string Date(DateOnly date) => date.ToString("d MMM yyyy", _culture);

    public string Instant(DateTime utc) => $"{pack.Zone.LocalTime(utc).ToString("d MMM yyyy HH:mm", _culture)} {pack.Zone.ToString().ToUpperInvariant()}";
}

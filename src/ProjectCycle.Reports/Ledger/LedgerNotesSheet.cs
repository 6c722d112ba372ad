using System.Globalization;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Ledger;

/// <summary>What every workbook of the ledger has: a sheet of notes with the cut-off date and the rates (domain.md 4.7, T10), which comes last.</summary>
internal static class LedgerNotesSheet
{
    /// <summary>The workbook of one of the ledger's reports: its tables, then the notes.</summary>
    /// <param name="title">Key of its title.</param>
    /// <param name="cover">Who made it, when.</param>
    /// <param name="notes">Cut-off date and rates.</param>
    /// <param name="texts">In the cover's language.</param>
    /// <param name="sheets">The tables.</param>
    /// <param name="words">Keys of what else must be known.</param>
    public static Workbook Workbook(
        string title, ReportCover cover, LedgerNotes notes, WorkbookTexts texts, IReadOnlyList<TableSheet> sheets, params IReadOnlyList<string> words) =>
        new(texts[title], cover.Language, [.. sheets, Sheet(title, cover, notes, texts, sheets, words)])
        {
            Author = cover.MadeBy,
            MadeAt = cover.MadeAt,
        };

    private static CoverSheet Sheet(string title, ReportCover cover, LedgerNotes notes, WorkbookTexts texts, IReadOnlyList<TableSheet> sheets, IReadOnlyList<string> words) => new(
        texts["Notes"],
        texts[title],
        [
            new(texts["Ledger.CutOff"], Cell.Date(notes.CutOff)),
            .. CoverLines.Of(cover, texts),
            .. sheets.Select(sheet => CoverLine.RowCount($"{texts["Ledger.Rows"]}: {sheet.Name}", sheet)),
            .. Rates(notes, texts),
        ],
        [texts["Ledger.Note.Money"], .. words.Select(word => texts[word]), texts["Ledger.Note.Scope"]]);

    private static IEnumerable<CoverLine> Rates(LedgerNotes notes, WorkbookTexts texts) => notes.Rates.Count + notes.Missing.Count == 0
        ? [new(texts["Ledger.Rates"], Cell.Text(texts["Ledger.NoRates"]))]
        :
        [
            .. notes.Rates.Select(rate => new CoverLine($"{texts["Ledger.Rate"]} {rate.From.Code}/{rate.To.Code}", Cell.Text(InWords(rate, texts)))),
            .. notes.Missing.Select(rate => new CoverLine($"{texts["Ledger.Rate"]} {rate.From}/{rate.To}", Cell.Text(string.Format(CultureInfo.InvariantCulture, texts["Ledger.MissingRate"], rate.On.Iso()), tone: Tone.Warning))),
        ];

    private static string InWords(QuotedRate rate, WorkbookTexts texts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{rate.Unit} {rate.From.Code} = {rate.Rate:0.##########} {rate.To.Code}; {texts.Of<RateType>(rate.Type)}, {rate.Date.Iso()}{(rate.Source == "" ? "" : $"; {rate.Source}")}");
}

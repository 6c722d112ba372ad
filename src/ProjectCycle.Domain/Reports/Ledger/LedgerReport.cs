using ProjectCycle.Domain.Money;

namespace ProjectCycle.Domain.Reports.Ledger;

/// <summary>A workbook of the ledger: what it says of itself, and its rows as a stream that is read once.</summary>
public sealed record LedgerReport<T>(ReportCover Cover, LedgerNotes Notes, IAsyncEnumerable<T> Rows);

/// <summary>What the amounts of a report rest on (domain.md 4.7, T10).</summary>
/// <param name="CutOff">Nothing later counts; amounts are converted as of this day.</param>
/// <param name="Rates">Every rate that was used.</param>
/// <param name="Missing">Every rate that was wanted and is not in hand: what rests on it is left blank.</param>
public sealed record LedgerNotes(DateOnly CutOff, IReadOnlyList<QuotedRate> Rates, IReadOnlyList<MissingRate> Missing);

/// <summary>A rate that is not in hand, or too old.</summary>
/// <param name="From">ISO 4217.</param>
/// <param name="To">ISO 4217.</param>
/// <param name="On">The day it was wanted for.</param>
public sealed record MissingRate(string From, string To, DateOnly On);

using System.Globalization;

namespace ProjectCycle.Domain.Identification;

/// <summary>The columns of the map's workbook, out and in, from A on: names of the row's number and of <see cref="NeedMapDetails"/>.</summary>
public static class NeedMapColumns
{
    /// <summary>The column by which a row of the workbook is known as a row that exists.</summary>
    public const string Number = nameof(NeedMapEntry.Number);

    public static IReadOnlyList<string> All { get; } =
    [
        Number,
        nameof(NeedMapDetails.Sector),
        nameof(NeedMapDetails.Kind),
        nameof(NeedMapDetails.Subject),
        nameof(NeedMapDetails.EvidenceFigure),
        nameof(NeedMapDetails.EvidenceYear),
        nameof(NeedMapDetails.EvidenceSource),
        nameof(NeedMapDetails.OwnStrength),
        nameof(NeedMapDetails.OwnWeakness),
        nameof(NeedMapDetails.Sought),
        nameof(NeedMapDetails.Offered),
        nameof(NeedMapDetails.ResponsibleOffice),
        nameof(NeedMapDetails.OtherActors),
        nameof(NeedMapDetails.PlanLink),
        nameof(NeedMapDetails.Priority),
        nameof(NeedMapDetails.Problem),
    ];

    /// <summary>"C7" for the third column of row 7.</summary>
    public static string CellOf(string field, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + All.IndexOf(field))}{row}");

    private static int IndexOf(this IReadOnlyList<string> columns, string field) =>
        columns.Index().First(column => column.Item == field).Index;
}

/// <summary>Something in an uploaded workbook that cannot be taken.</summary>
/// <param name="Row">Row of the sheet, from 1.</param>
/// <param name="Field">One of <see cref="NeedMapColumns"/>.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Problem">Why it cannot be taken.</param>
public sealed record CellFault(int Row, string Field, string Value, Refusal Problem)
{
    public string Cell => NeedMapColumns.CellOf(Field, Row);
}

/// <summary>A row of an uploaded workbook.</summary>
/// <param name="Row">Row of the sheet, from 1.</param>
/// <param name="Number">Of the row it is to change; null for a new one.</param>
/// <param name="Details">What could be read.</param>
/// <param name="Texts">What stands in each column, as it stands there.</param>
public sealed record NeedMapLine(int Row, int? Number, NeedMapDetails Details, IReadOnlyDictionary<string, string> Texts);

/// <summary>What was read from a workbook, with what could not be.</summary>
public sealed record NeedMapUpload(IReadOnlyList<NeedMapLine> Lines, IReadOnlyList<CellFault> Faults)
{
    /// <summary>Rows of one workbook, and of one project's map.</summary>
    public const int MaxRows = 1000;

    /// <summary>Bytes of one workbook.</summary>
    public const long MaxSize = 5 * 1024 * 1024;
}

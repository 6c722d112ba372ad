using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Identification;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Identification;

/// <summary>What a row of a workbook would do to the map.</summary>
/// <param name="Row">Row of the sheet.</param>
/// <param name="Number">Of the row it changes; null for one it adds.</param>
/// <param name="Subject">What the row is about.</param>
/// <param name="Changed">For a row that is there: the columns that would change.</param>
public sealed record NeedMapEffect(int Row, int? Number, string Subject, IReadOnlyList<string> Changed)
{
    public bool IsNew => Number is null;

    /// <summary>It says what the map says already.</summary>
    public bool IsNothing => !IsNew && Changed.Count == 0;
}

/// <summary>What an import would do, or why it cannot be done.</summary>
/// <param name="Faults">By row and column; while there is one nothing is taken.</param>
/// <param name="Effects">Of every row, in the sheet's order.</param>
/// <param name="Stamp">Of the map as it stood: an import is refused once it has changed.</param>
public sealed record NeedMapCheck(IReadOnlyList<CellFault> Faults, IReadOnlyList<NeedMapEffect> Effects, string Stamp)
{
    public int Added => Effects.Count(effect => effect.IsNew);
    public int Changed => Effects.Count(effect => effect is { IsNew: false, IsNothing: false });
}

/// <summary>Takes the rows of a workbook into the map: looked at first, then all of them or none.</summary>
public sealed class ImportNeedMap(AppDbContext db, Workbench bench)
{
    /// <summary>Says what the import would do; changes nothing.</summary>
    public async Task<Outcome<NeedMapCheck>> CheckAsync(string projectCode, NeedMapUpload upload, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        return opened.Succeeded ? Check(upload, await RowsAsync(opened.Value.Id, cancellation)) : opened.Refusals.ToList();
    }

    /// <summary>Adds and changes the rows, unless the map is no longer the one with <paramref name="stamp"/>.</summary>
    /// <returns>How many rows were added or changed.</returns>
    public async Task<Outcome<int>> ImportAsync(string projectCode, NeedMapUpload upload, string stamp, CancellationToken cancellation)
    {
        var opened = await bench.OpenAsync(projectCode, Rights.EditWork, cancellation);
        if (!opened.Succeeded)
            return opened.Refusals.ToList();
        var rows = await RowsAsync(opened.Value.Id, cancellation);
        var check = Check(upload, rows);
        if (check.Stamp != stamp)
            return new Refusal("map-changed-meanwhile");
        if (check.Faults.Count > 0)
            return new Refusal("import-faults", null, check.Faults.Count);
        if (rows.Count + check.Added > NeedMapUpload.MaxRows)
            return new Refusal("map-full", null, NeedMapUpload.MaxRows);
        Fill(upload, rows, opened.Value.Id);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsUniqueViolation())
        {
            return new Refusal("map-changed-meanwhile");
        }
        return check.Added + check.Changed;
    }

    private void Fill(NeedMapUpload upload, Dictionary<int, NeedMapEntry> rows, Guid project)
    {
        var last = rows.Count == 0 ? 0 : rows.Keys.Max();
        foreach (var line in upload.Lines)
        {
            if (line.Number is not { } number || !rows.TryGetValue(number, out var entry))
                db.Add(entry = new NeedMapEntry { ProjectId = project, Number = ++last });
            entry.Fill(line.Details);
        }
    }

    private Task<Dictionary<int, NeedMapEntry>> RowsAsync(Guid project, CancellationToken cancellation) =>
        db.NeedMapEntries.Where(e => e.ProjectId == project).ToDictionaryAsync(e => e.Number, cancellation);

    private static NeedMapCheck Check(NeedMapUpload upload, Dictionary<int, NeedMapEntry> rows)
    {
        var unread = upload.Faults.Select(fault => (fault.Row, fault.Field)).ToHashSet();
        var numbers = upload.Lines.Where(line => line.Number is not null).GroupBy(line => line.Number!.Value).ToDictionary(group => group.Key, group => group.Min(line => line.Row));
        var faults = upload.Lines
            .SelectMany(line => line.Details.Faults().Concat(NumberFaults(line, rows, numbers)).Select(fault => new CellFault(line.Row, fault.Field!, line.Texts.GetValueOrDefault(fault.Field!, ""), fault)))
            .Where(fault => !unread.Contains((fault.Row, fault.Field))) // what could not be read is not blamed twice
            .Concat(upload.Faults)
            .OrderBy(fault => fault.Row).ThenBy(fault => fault.Cell, StringComparer.Ordinal)
            .ToList();
        return new NeedMapCheck(faults, [.. upload.Lines.Select(line => EffectOf(line, rows))], StampOf(rows.Values));
    }

    private static IEnumerable<Refusal> NumberFaults(NeedMapLine line, Dictionary<int, NeedMapEntry> rows, Dictionary<int, int> firstRows)
    {
        if (line.Number is not { } number)
            yield break;
        if (!rows.ContainsKey(number))
            yield return new Refusal("unknown-row-number", NeedMapColumns.Number);
        else if (firstRows[number] != line.Row)
            yield return new Refusal("row-number-twice", NeedMapColumns.Number, firstRows[number]);
    }

    private static NeedMapEffect EffectOf(NeedMapLine line, Dictionary<int, NeedMapEntry> rows)
    {
        if (line.Number is not { } number || !rows.TryGetValue(number, out var entry))
            return new NeedMapEffect(line.Row, null, line.Details.Subject, []);
        var wanted = new NeedMapEntry { ProjectId = entry.ProjectId, Number = number };
        if (line.Details is { Kind: not null, Priority: not null })
            wanted.Fill(line.Details);
        var (before, after) = (NeedMapDetails.Of(entry), NeedMapDetails.Of(wanted));
        var changed = NeedMapColumns.All.Skip(1).Where(field => !Equals(ValueOf(before, field), ValueOf(after, field)));
        return new NeedMapEffect(line.Row, number, line.Details.Subject, [.. changed]);
    }

    private static object? ValueOf(NeedMapDetails details, string field) => typeof(NeedMapDetails).GetProperty(field)!.GetValue(details);

    private static string StampOf(IEnumerable<NeedMapEntry> rows)
    {
        var text = string.Join(';', rows.OrderBy(e => e.Number).Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Id}:{e.Version}")));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}

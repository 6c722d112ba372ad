using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>One sheet of the workbook: its rows out and in.</summary>
internal interface IImportSheet
{
    LedgerSheet Sheet { get; }

    /// <summary>The rows that exist, for the workbook.</summary>
    Task<IReadOnlyList<LedgerSheetRow>> RowsAsync(ImportRun run, CancellationToken cancellation);

    /// <summary>Takes the rows of the upload through the use cases.</summary>
    Task TakeAsync(ImportRun run, CancellationToken cancellation);

    /// <summary>Takes back what was done to a row; nothing to do for one that is gone by now.</summary>
    Task<IReadOnlyList<Refusal>> UndoAsync(LedgerImportRow done, string reason, CancellationToken cancellation);

    /// <summary>Versions of the rows with these ids.</summary>
    Task<Dictionary<Guid, int>> VersionsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation);
}

/// <summary>
/// A sheet whose rows are the inputs of a use case, by the names of the inputs: a cell is laid over what the row says now, and a blank
/// one leaves that as it is. Every rule is the use case's own.
/// </summary>
internal abstract class ImportSheet<TRow, TInput>(AppDbContext db, SaveMoneyRow<TRow, TInput> save) : IImportSheet
    where TRow : class, IMoneyRow
    where TInput : class
{
    protected AppDbContext Db { get; } = db;

    public abstract LedgerSheet Sheet { get; }

    public async Task<IReadOnlyList<LedgerSheetRow>> RowsAsync(ImportRun run, CancellationToken cancellation)
    {
        var rows = new List<LedgerSheetRow>();
        foreach (var stored in await Sorted(Stored(run.Financing.Id)).ToListAsync(cancellation))
            rows.Add(new LedgerSheetRow(Sheet, rows.Count + 2, new LedgerKey(stored.Id, stored.Version), await ValuesAsync(stored, run, cancellation)));
        return rows;
    }

    public virtual async Task TakeAsync(ImportRun run, CancellationToken cancellation)
    {
        var stored = await Stored(run.Financing.Id).ToDictionaryAsync(row => row.Id, cancellation);
        foreach (var row in Ordered(run.Upload.Of(Sheet)))
        {
            await TakeAsync(row, stored, run, cancellation);
            Db.ChangeTracker.Clear(); // what a refused row left must not be saved with the next one
        }
    }

    public virtual async Task<IReadOnlyList<Refusal>> UndoAsync(LedgerImportRow done, string reason, CancellationToken cancellation)
    {
        if (await Db.Set<TRow>().Where(r => r.Id == done.RowId).Select(r => (int?)r.Version).FirstOrDefaultAsync(cancellation) is not { } version)
            return [];
        return done.Before is { } before
            ? (await save.ChangeAsync(done.RowId, JsonSerializer.Deserialize<TInput>(before)!, version, cancellation)).Refusals
            : (await save.RemoveAsync(done.RowId, version, cancellation)).Refusals;
    }

    public Task<Dictionary<Guid, int>> VersionsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        Db.Set<TRow>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Version, cancellation);

    /// <summary>The order in which the workbook shows them.</summary>
    protected abstract IQueryable<TRow> Sorted(IQueryable<TRow> rows);

    /// <summary>The order in which they are taken.</summary>
    protected virtual IEnumerable<LedgerSheetRow> Ordered(IEnumerable<LedgerSheetRow> rows) => rows;

    /// <summary>The input of a new row before its cells are laid over it.</summary>
    protected abstract TInput New(ImportRun run);

    /// <summary>What a row that exists says, each figure written out.</summary>
    protected virtual Task<TInput> InputOfAsync(TRow row, CancellationToken cancellation) => save.InputOfAsync(row, cancellation);

    /// <summary>Columns of a row that the input does not hold.</summary>
    protected virtual Dictionary<string, object> Besides(TRow row, ImportRun run) => [];

    /// <summary>What a cell names, as the input holds it; null when it cannot be told.</summary>
    protected virtual object? Named(LedgerColumn column, LedgerSheetRow row, ImportRun run) => column.Kind switch
    {
        LedgerColumnKind.Category => run.Category(row, column.Field),
        LedgerColumnKind.Package => run.Contract(row, column.Field)?.Id,
        LedgerColumnKind.Application => run.Application(row, column.Field)?.Id,
        _ => row.Values[column.Field],
    };

    /// <summary>The cell of what an input names.</summary>
    protected virtual object? NameOf(LedgerColumn column, Guid id, ImportRun run) => column.Kind switch
    {
        LedgerColumnKind.Category => run.Categories.First(category => category.Value == id).Key,
        LedgerColumnKind.Package => run.Contracts.First(contract => contract.Value.Id == id).Key,
        LedgerColumnKind.Application => run.Applications.First(application => application.Value.Id == id).Key,
        _ => null,
    };

    /// <summary>Notes what only the sheet as a whole knows to be wrong.</summary>
    protected virtual void Look(LedgerSheetRow row, TRow? stored, ImportRun run)
    {
    }

    /// <summary>A row was added.</summary>
    protected virtual void Added(LedgerSheetRow row, Guid id, ImportRun run)
    {
    }

    private IQueryable<TRow> Stored(Guid financing) => Db.Set<TRow>().AsNoTracking().Where(row => row.FinancingId == financing);

    private async Task TakeAsync(LedgerSheetRow row, Dictionary<Guid, TRow> stored, ImportRun run, CancellationToken cancellation)
    {
        if (run.IsCopied(row))
            return;
        var current = row.Key is { } key ? stored.GetValueOrDefault(key.Id) : null;
        if (row.Key is not null && current is null)
        {
            run.Refuse(row, new Refusal("unknown-row-key", LedgerLayout.Key));
            return;
        }
        // A row at fault is tried all the same: what else is wrong with it is told at once, and nothing of it stays.
        LookAtCells(row, current, run);
        Look(row, current, run);
        await SaveAsync(row, current, run, cancellation);
    }

    private async Task SaveAsync(LedgerSheetRow row, TRow? stored, ImportRun run, CancellationToken cancellation)
    {
        var before = stored is null ? New(run) : await InputOfAsync(stored, cancellation);
        if (Overlaid(before, row, run) is not { } input)
            return;
        if (stored is not null && input.Equals(before))
        {
            run.Same.Add(row);
            return;
        }
        IReadOnlyList<Refusal> refusals;
        if (stored is null)
        {
            var added = await save.AddAsync(run.ProjectCode, input, cancellation);
            refusals = added.Refusals;
            if (added.Succeeded)
            {
                run.Taken.Add((row, added.Value, null));
                Added(row, added.Value, run);
            }
        }
        else
        {
            refusals = (await save.ChangeAsync(stored.Id, input, row.Key!.Version, cancellation)).Refusals;
            if (refusals.Count == 0)
                run.Taken.Add((row, stored.Id, JsonSerializer.Serialize(before)));
        }
        run.Refuse(row, refusals);
    }

    /// <summary>Columns that a new row must have, and what a row that exists may not say anew.</summary>
    private void LookAtCells(LedgerSheetRow row, TRow? stored, ImportRun run)
    {
        if (stored is null)
        {
            run.RefuseBlanks(row);
            return;
        }
        var fixedValues = Besides(stored, run);
        foreach (var column in LedgerLayout.Columns(Sheet).Where(column => IsBeside(column) && row.Values.TryGetValue(column.Field, out var said) && !said.Equals(fixedValues.GetValueOrDefault(column.Field))))
            run.Refuse(row, new Refusal("only-on-the-page", column.Field));
    }

    /// <summary>The input with the row's cells laid over it; null when one of them names a row that is not there.</summary>
    private TInput? Overlaid(TInput before, LedgerSheetRow row, ImportRun run)
    {
        var json = JsonSerializer.SerializeToNode(before)!.AsObject();
        foreach (var column in LedgerLayout.Columns(Sheet).Where(column => row.Values.ContainsKey(column.Field) && !IsBeside(column)))
        {
            if (Named(column, row, run) is not { } value)
            {
                if (column.Kind == LedgerColumnKind.Category)
                    continue;
                return null;
            }
            var (holder, name) = Place(json, column.Field);
            if (value is not string text)
                holder[name] = JsonSerializer.SerializeToNode(value, value.GetType());
            else if (Fields.Lines(text) is var said && said != Fields.Lines(holder[name]?.GetValue<string>() ?? ""))
                holder[name] = said;
        }
        return json.Deserialize<TInput>();
    }

    private async Task<Dictionary<string, object>> ValuesAsync(TRow row, ImportRun run, CancellationToken cancellation)
    {
        var values = Besides(row, run);
        var json = JsonSerializer.SerializeToNode(await InputOfAsync(row, cancellation))!.AsObject();
        foreach (var column in LedgerLayout.Columns(Sheet).Where(column => !IsBeside(column)))
        {
            var (holder, name) = Place(json, column.Field);
            if (holder[name] is { } node && ValueOf(column, node, run) is { } value and not "")
                values[column.Field] = value;
        }
        return values;
    }

    private object? ValueOf(LedgerColumn column, JsonNode node, ImportRun run) => column.Kind switch
    {
        LedgerColumnKind.Text => node.GetValue<string>(),
        LedgerColumnKind.Whole => node.GetValue<int>(),
        LedgerColumnKind.Amount or LedgerColumnKind.Rate or LedgerColumnKind.Percentage => node.GetValue<decimal>(),
        LedgerColumnKind.Date => node.Deserialize<DateOnly>(),
        LedgerColumnKind.Choice => node.Deserialize(column.Choices!),
        LedgerColumnKind.YesNo => node.GetValue<bool>(),
        _ => NameOf(column, node.GetValue<Guid>(), run),
    };

    /// <summary>The input does not hold it: another use case than the sheet's sees to it.</summary>
    private static bool IsBeside(LedgerColumn column) => typeof(TInput).GetProperty(column.Field.Split('.')[0]) is null;

    private static (JsonObject Holder, string Name) Place(JsonObject json, string field) =>
        field.Split('.') is [var part, var name] ? (json[part]!.AsObject(), name) : (json, field);
}

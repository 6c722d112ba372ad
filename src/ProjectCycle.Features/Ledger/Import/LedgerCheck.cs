using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>What an import does with the rows of one sheet.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Added">Rows that are new.</param>
/// <param name="Changed">Rows that are there and say something else.</param>
/// <param name="Same">Rows that say what is there already.</param>
public sealed record LedgerEffect(LedgerSheet Sheet, int Added, int Changed, int Same);

/// <summary>What an import would do, or did; or why it cannot be done.</summary>
/// <param name="Faults">By sheet, row and column; while there is one nothing is taken.</param>
/// <param name="Effects">Of every sheet of the workbook.</param>
/// <param name="Categories">Codes of the agreement's categories, which cells may name.</param>
public sealed record LedgerCheck(IReadOnlyList<LedgerFault> Faults, IReadOnlyList<LedgerEffect> Effects, IReadOnlyList<string> Categories)
{
    /// <summary>Rows that are added or changed.</summary>
    public int Count => Effects.Sum(effect => effect.Added + effect.Changed);

    /// <summary>There is something to import, and nothing in its way.</summary>
    public bool IsReady => Faults.Count == 0 && Count > 0;
}

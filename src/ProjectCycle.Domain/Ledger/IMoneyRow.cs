using ProjectCycle.Domain.Work;

namespace ProjectCycle.Domain.Ledger;

/// <summary>
/// A row of the ledger: it belongs to one financing of one project. Who works in the project's unit reads all of them; a partner's
/// observer reads those of their own agreements.
/// </summary>
public interface IMoneyRow : IProjectWork
{
    /// <summary>The <see cref="Financing"/> it belongs to.</summary>
    Guid FinancingId { get; }
}

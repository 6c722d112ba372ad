using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Agreements;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Ledger;

/// <summary>Counterpart funds of a year, new or to change.</summary>
[Authorize(Policy = "money.agreement.edit")]
public sealed class CounterpartModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveCounterpart save)
    : FinancingRowModel<CounterpartYear, CounterpartInput>(projects, me, texts, rows, save)
{
    protected override string Name => "counterpart";

    /// <summary>A new one begins with this year and the rupiah.</summary>
    protected override async Task LoadAsync(CancellationToken cancellation)
    {
        await base.LoadAsync(cancellation);
        if (IsNew && HttpMethods.IsGet(Request.Method))
            Input = Input with { Year = View.Today.Year, CurrencyCode = "IDR" };
    }
}

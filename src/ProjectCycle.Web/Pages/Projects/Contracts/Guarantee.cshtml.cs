using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Contracts;

/// <summary>A new guarantee of a contract, or one to change.</summary>
[Authorize(Policy = "money.contract.edit")]
public sealed class GuaranteeModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveGuarantee save)
    : ContractPartFormModel<Guarantee, GuaranteeInput>(projects, me, texts, rows, save)
{
    protected override string Name => "guarantee";

    protected override Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        Input = Input with { ContractId = Contract.Id };
        return base.SaveAsync(cancellation);
    }

    protected override Task LoadAsync(CancellationToken cancellation)
    {
        if (IsNew && HttpMethods.IsGet(Request.Method))
            Input = Input with { CurrencyCode = Contract.CurrencyCode };
        return Task.CompletedTask;
    }
}

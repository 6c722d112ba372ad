using Microsoft.AspNetCore.Authorization;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger;
using ProjectCycle.Features.Ledger.Contracts;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;
using ProjectCycle.Web.Language;

namespace ProjectCycle.Web.Pages.Projects.Contracts;

/// <summary>A new variation of a contract, or one to change.</summary>
[Authorize(Policy = "money.contract.edit")]
public sealed class VariationModel(ProjectPage projects, CurrentUser me, Texts texts, MoneyRows rows, SaveVariation save)
    : ContractPartFormModel<ContractVariation, VariationInput>(projects, me, texts, rows, save)
{
    protected override string Name => "variation";

    protected override Task<IReadOnlyList<Refusal>> SaveAsync(CancellationToken cancellation)
    {
        Input = Input with { ContractId = Contract.Id };
        return base.SaveAsync(cancellation);
    }
}

using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Ledger.Contracts;

/// <summary>A reading of the work done, as a form hands it over.</summary>
public sealed record ProgressInput
{
    /// <summary>Out of a hundred.</summary>
    public decimal? Percentage { get; init; }

    public DateOnly? On { get; init; }
}

/// <summary>Reads how much of a contract's work is done. A later reading may be lower: work is measured anew, or pulled down.</summary>
public sealed class ReadProgress(Workbench bench)
{
    /// <summary>Writes the reading down, unless somebody else changed the contract after <paramref name="version"/>.</summary>
    public async Task<Outcome<Done>> HandleAsync(Guid contractId, ProgressInput input, int version, CancellationToken cancellation)
    {
        var found = await bench.FindAsync<Contract>(contractId, Rights.EditContract, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (contract, place) = found.Value;
        var faults = Faults(input, contract, bench.Today(place)).ToList();
        if (faults.Count > 0)
            return faults;
        contract.PhysicalProgress = input.Percentage!.Value / 100;
        contract.ProgressOn = input.On;
        return await bench.SaveAsync(contract, version, cancellation);
    }

    private static IEnumerable<Refusal> Faults(ProgressInput input, Contract contract, DateOnly today)
    {
        if (!contract.IsSigned)
            yield return new Refusal("contract-not-signed");
        if (input.Percentage is not { } percentage)
            yield return new Refusal("required", nameof(input.Percentage));
        else if (percentage is < 0 or > 100 || decimal.Round(percentage, 4) != percentage)
            yield return new Refusal("bad-percentage", nameof(input.Percentage));
        if (input.On is not { } on)
            yield return new Refusal("required", nameof(input.On));
        else if (on > today)
            yield return new Refusal("date-in-future", nameof(input.On));
        else if (on < (contract.ProgressOn ?? contract.SignedOn))
            yield return new Refusal("date-before", nameof(input.On), (contract.ProgressOn ?? contract.SignedOn)!);
    }
}

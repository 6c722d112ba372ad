using Microsoft.EntityFrameworkCore;

namespace ProjectCycle.Features.Ledger;

/// <summary>Looks a code up among those that are taken.</summary>
internal static class TakenCodes
{
    /// <summary>True when one of them is this code to somebody who reads it: capitals make no other code.</summary>
    public static Task<bool> HasAsync(this IQueryable<string> codes, string code, CancellationToken cancellation)
    {
        var large = code.ToUpperInvariant();
#pragma warning disable CA1304, CA1311, CA1862 // the database's own upper case, which knows no culture
        return codes.AnyAsync(other => other == code || other.ToUpper() == large, cancellation);
#pragma warning restore CA1304, CA1311, CA1862
    }
}

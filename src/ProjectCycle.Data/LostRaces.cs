using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ProjectCycle.Data;

/// <summary>Recognises what stopped a transaction: somebody else who wrote at the same moment.</summary>
public static class LostRaces
{
    /// <summary>
    /// True when somebody else changed or took away a row meanwhile, built another one on it, or, where the transaction reads
    /// everything as of its beginning, wrote first.
    /// </summary>
    public static bool IsLostRace(this Exception failure) => failure switch
    {
        DbUpdateConcurrencyException => true,
        DbException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.ForeignKeyViolation } => true,
        _ => failure.InnerException?.IsLostRace() ?? false,
    };
}

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ProjectCycle.Data;

/// <summary>Instants are UTC: SQLite hands them back without saying so.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    written => written, read => DateTime.SpecifyKind(read, DateTimeKind.Utc));

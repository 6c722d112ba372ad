using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Data.Ledger;

internal sealed class ProjectRatingConfiguration : IEntityTypeConfiguration<ProjectRating>
{
    public void Configure(EntityTypeBuilder<ProjectRating> rating)
    {
        rating.ToTable("ProjectRatings");
        rating.Property(r => r.Remark).HasMaxLength(2000);
        rating.OfFinancing();
        rating.HasMany(r => r.Grades).WithOne().HasForeignKey(grade => grade.RatingId);
        rating.HasIndex(r => new { r.FinancingId, r.Scale, r.On });
    }
}

internal sealed class RatingGradeConfiguration : IEntityTypeConfiguration<RatingGrade>
{
    public void Configure(EntityTypeBuilder<RatingGrade> grade)
    {
        grade.ToTable("RatingGrades");
        grade.Property(g => g.Criterion).HasMaxLength(40);
        grade.Property(g => g.Grade).HasMaxLength(40);
        grade.Property(g => g.Weight).HasPrecision(9, 4);
        grade.HasIndex(g => new { g.RatingId, g.Criterion }).IsUnique();
    }
}
